import { defineComponent } from 'vue';
import { exportTexts } from '../i18n/export-texts.ts';
import { usePage } from '../state/page.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** What can be done by keyboard. */
export default defineComponent(
  (props: { readonly onClose: () => void }) => {
    const page = usePage();
    return () => {
      const { keys } = page.textsOf(exportTexts);
      return (
        <DialogFrame title={keys.title} closeLabel={keys.close} onClose={props.onClose}>
          {() => (
            <>
              <table class="keys">
                <caption class="unseen">{keys.title}</caption>
                <tbody>
                  {keys.list.map(([key, what]) => (
                    <tr key={key}>
                      <th scope="row">
                        <kbd>{key}</kbd>
                      </th>
                      <td>{what}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p class="quiet">{keys.picture}</p>
            </>
          )}
        </DialogFrame>
      );
    };
  },
  { name: 'KeysDialog', props: ['onClose'] },
);
