#!/usr/bin/env bash
# Copies the style sheets, fonts and scripts that pages use from node_modules into static/vendor (not in git).
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf static/vendor
mkdir -p static/vendor/designsystemet static/vendor/inter
cp node_modules/@digdir/designsystemet-css/dist/src/index.css static/vendor/designsystemet/index.css
cp node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css static/vendor/designsystemet/theme.css
cp node_modules/@digdir/designsystemet-css/LICENSE static/vendor/designsystemet/LICENSE
cp node_modules/@fontsource-variable/inter/files/inter-latin{,-ext}-wght-{normal,italic}.woff2 static/vendor/inter/
cp node_modules/@fontsource-variable/inter/LICENSE static/vendor/inter/LICENSE
