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

  /** Returns the private keys whose place this one took, the oldest first. */
  public List<Path> former() {
    List<Path> former = new ArrayList<>();
    for (int i = 1; Files.exists(former(i)); i++) {
      former.add(former(i));
    }
    return former;
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
    List<Path> former = former();
    String now = Files.readString(key);
    if (former.isEmpty() || !Files.readString(former.getLast()).equals(now)) {
      Path kept = former(former.size() + 1);
      KeyFile.write(beside(kept, ".pub"), Files.readString(publicKey()));
      KeyFile.write(kept, now);
    }
  }

  private Path former(int number) {
    return beside(key, ".former-" + number);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
