// purpose: longitude, latitude and point agree and lie in China
// parameters: none
// columns: code STRING, lon FLOAT, lat FLOAT
MATCH (region:Region)
WHERE
  (region.lon IS NULL) <> (region.location IS NULL) OR
  (region.lat IS NULL) <> (region.location IS NULL) OR
  region.location IS NOT NULL AND
    (region.location.longitude <> region.lon OR
      region.location.latitude <> region.lat OR
      NOT 73 <= region.lon <= 136 OR
      NOT 3 <= region.lat <= 54)
RETURN region.code AS code, region.lon AS lon, region.lat AS lat
