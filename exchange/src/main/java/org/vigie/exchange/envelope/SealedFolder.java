package org.vigie.exchange.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.files.failure.UserError;

/**
 * A folder as one file that its recipients alone can open: a zip in CMS AuthEnvelopedData with
 * AES-256-GCM (RFC 5084), its key by RSA-OAEP or ECDH. {@code openssl cms -decrypt} opens it too.
 *
 * <p>Both ways stream: a folder may be larger than the memory.
 */
public final class SealedFolder {
  private SealedFolder() {}

  /**
   * Seals a folder.
   *
   * @param name by which the zip calls it
   * @param out a file that doesn't exist yet
   */
  public static void write(Path folder, String name, Path out, Recipients recipients)
      throws IOException {
    SealedStream.write(out, recipients, sealed -> FolderZip.write(folder, name, sealed));
  }

  static void write(Path folder, String name, OutputStream out, Recipients recipients)
      throws IOException {
    SealedStream.write(out, recipients, sealed -> FolderZip.write(folder, name, sealed));
  }

  /**
   * Opens one.
   *
   * @param folder one that doesn't exist yet; it appears only if all was read and unchanged
   * @throws UserError if it isn't sealed to this key, was changed, or {@code folder} exists
   */
  public static void open(Path file, RecipientKey key, Path folder) throws IOException {
    if (Files.exists(folder)) {
      throw UserError.ofInput(folder + " must not exist yet, but does");
    }
    try (InputStream in = SealedStream.open(file, key)) {
      FolderZip.read(in, folder, FolderZip.mostBytes(Files.size(file)));
    }
  }
}
