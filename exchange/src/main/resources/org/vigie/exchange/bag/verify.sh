ok=yes
nl='
'
# 1. Who signed? Compare these 64 digits with what the sender told you by telephone or on paper.
openssl pkey -pubin -in signer.pem -outform DER | openssl dgst -sha256
# 2. The signature covers the list of the files about the package.
openssl dgst -sha256 -verify signer.pem -signature signature.der tagmanifest-sha256.txt || ok=no
# 3. That list holds the hash of the list of all other files; both lists hold hashes of files.
sha256sum -c tagmanifest-sha256.txt || ok=no
sha256sum -c manifest-sha256.txt || ok=no
# 4. Nothing was added: each file stands in a list, and there are no links among them.
find . > /dev/null || { ok=no; echo "NOT LISTED: a folder cannot be read"; }
listed="${nl}tagmanifest-sha256.txt${nl}signature.der${nl}"
while IFS= read -r line; do
  listed="$listed${line#*  }$nl"
  case "${line#*  }" in timestamps/*.pem)
    stamp="${line#*  }" && stamp="${stamp%.pem}" && listed="$listed$stamp.tst$nl$stamp.der$nl" ;;
  esac
done < tagmanifest-sha256.txt
while IFS= read -r line; do listed="$listed${line#*  }$nl"; done < manifest-sha256.txt
odd=$(
  find . ! -type d ! -type f
  find . -name "*$nl*"
  find . -type f | while IFS= read -r file; do
    case "$listed" in *"$nl${file#./}$nl"*) ;; *) echo "$file" ;; esac
  done
)
[ -z "$odd" ] || { ok=no; echo "ADDED: $odd"; }
# 5. Time stamps, if there are any: each signed by the sender, and by an authority of these roots.
for roots in timestamps/*.pem; do
  [ -e "$roots" ] || continue
  stamp=${roots%.pem}
  openssl dgst -sha256 -verify signer.pem -signature "$stamp.der" "$stamp.tst" || ok=no
  openssl ts -verify -data tagmanifest-sha256.txt -token_in -in "$stamp.tst" -CAfile "$roots" || ok=no
  openssl ts -reply -token_in -in "$stamp.tst" -token_out -text | while IFS= read -r line; do
    case "$line" in "Time stamp:"*) echo "$stamp.tst: $line" ;; esac
  done
done
# 6. The verdict.
[ "$ok" = yes ] && echo "PACKAGE OK" || { echo "PACKAGE CHANGED: do not rely on it"; false; }
