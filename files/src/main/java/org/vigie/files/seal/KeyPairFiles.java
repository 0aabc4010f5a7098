package org.vigie.files.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.files.fault.Failpoint;

/**
 * The files of a pair of keys: the private one, the public one beside it ({@code .pub}), the pair
 * that is to take their place ({@code .next}), and those whose place they took ({@code .former-1}
 * and so on).
 *
 * @param key file of the private key
 */
public record KeyPairFiles(Path key) {
  /** Returns the file of the public key. */
  public Path publicKey() {
    return beside(key, ".pub");
  }

  /** Returns the files of the pair that is to take the place of this one. */
  public KeyPairFiles next() {
    return new KeyPairFiles(beside(key, ".next"));
  }

  /** Returns the pairs whose place this one took, the oldest first; one may lack a half. */
  public List<KeyPairFiles> former() {
    List<KeyPairFiles> former = new ArrayList<>();
    for (int i = 1; former(i).isThere(); i++) {
      former.add(former(i));
    }
    return former;
  }

  private boolean isThere() {
    return Files.exists(key) || Files.exists(publicKey());
  }

  /**
   * Puts the next pair in the place of this one, which is kept; also from amid such a step that was
   * killed. Does nothing where there is no next pair.
   */
  public void promote() throws IOException {
    if (Files.exists(next().key)) {
      keep();
      Failpoint.reach("key-kept");
      KeyFile.move(next().key, key);
      Failpoint.reach("key-moved");
    }
    if (Files.exists(next().publicKey())) {
      KeyFile.move(next().publicKey(), publicKey());
    }
  }

  private void keep() throws IOException {
    List<KeyPairFiles> former = former();
    boolean isBegun = !former.isEmpty() && isSame(former.getLast().publicKey(), publicKey());
    KeyPairFiles kept = isBegun ? former.getLast() : former(former.size() + 1);
    KeyFile.write(kept.publicKey(), Files.readString(publicKey()));
    KeyFile.write(kept.key, Files.readString(key));
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one) && Files.mismatch(one, other) < 0;
  }

  private KeyPairFiles former(int number) {
    return new KeyPairFiles(beside(key, ".former-" + number));
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
