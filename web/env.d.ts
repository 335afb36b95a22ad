/** True only in builds made for the browser tests (`vite build --mode test`). */
declare const __TEST_BUILD__: boolean;
