#!/bin/sh
# After the Debian package was put in place (electron-builder writes it into its postinst, with the names in ${…} filled in).
# One register for the machine: its folder is of a group, new files in it too, and nobody else's. Whoever works at the counter is put into the
# group by IT: usermod -aG mot-cua-desk NAME. Nothing here touches a register that is there.
set -e

getent group mot-cua-desk > /dev/null || groupadd --system mot-cua-desk
for folder in /var/lib/mot-cua-desk /var/lib/mot-cua-desk/data /var/lib/mot-cua-desk/machine; do
  if [ ! -d "$folder" ]; then
    mkdir "$folder"
    chown root:mot-cua-desk "$folder"
    chmod 2770 "$folder"
  fi
done

ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'
# Chromium's sandbox needs its helper to be root's where the kernel gives no other way.
if [ -f '/opt/${sanitizedProductName}/chrome-sandbox' ]; then
  chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'
fi
if command -v update-desktop-database > /dev/null; then update-desktop-database /usr/share/applications || true; fi
