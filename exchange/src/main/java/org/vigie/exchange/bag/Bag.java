package org.vigie.exchange.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.exchange.timestamp.TrustedStamper;
import org.vigie.files.digest.Sha256;

/**
 * A folder of files in the making that becomes a signed bag: BagIt 1.0 (RFC 8493), its hashes
 * SHA-256 alone.
 *
 * <p>The signature covers the tag manifest, which holds the hash of the manifest, which holds that
 * of every file: so it covers every byte but its own.
 */
public final class Bag {
  /** The list of all files below {@code data/}. */
  static final String MANIFEST = "manifest-sha256.txt";

  /** The list of all other files but itself and its signature. */
  public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

  /** Readers of bags take whatever begins as the tag manifest does for another one. */
  static final String SIGNATURE = "signature.der";

  /** The public key of whoever signed. */
  static final String SIGNER = "signer.pem";

  static final String INFO = "bag-info.txt";

  static final String PAYLOAD = "data";

  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  /** Names that need no escape in any manifest, shell or file system. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

  private final Path folder;

  /** Begins a bag in a folder that is empty or not there yet. */
  public Bag(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve(PAYLOAD));
  }

  /** Returns where a file of the payload is to be written, such as {@code report.html}. */
  public Path payload(String name) throws IOException {
    return place(PAYLOAD + "/" + name);
  }

  /** Returns where a file about the bag itself is to be written, such as {@code VERIFY.md}. */
  public Path tag(String name) throws IOException {
    return place(name);
  }

  private Path place(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a file of a bag must be named by plain letters, digits, '.', '_' and '-', but isn't");
    }
    Path place = folder.resolve(name);
    Files.createDirectories(place.getParent());
    return place;
  }

  /**
   * Closes the bag: nothing in it may change from now on.
   *
   * @param info what {@code bag-info.txt} says, in this order; {@code Payload-Oxum} is added
   */
  public void seal(List<Map.Entry<String, String>> info, SigningKey key) throws IOException {
    seal(info, key, List.of());
  }

  /**
   * Closes the bag, and has it stamped.
   *
   * @param info what {@code bag-info.txt} says, in this order; {@code Payload-Oxum} is added
   * @param stampers the authorities that stamp it
   * @throws org.vigie.files.failure.UserError if one of them doesn't
   */
  public void seal(
      List<Map.Entry<String, String>> info, SigningKey key, List<TrustedStamper> stampers)
      throws IOException {
    BagStamps.addRoots(this, stampers);
    SortedMap<String, Path> payload = filesIn(PAYLOAD + "/");
    write("bagit.txt", DECLARATION);
    write(INFO, info(info, payload));
    write(SIGNER, key.signer().pem());
    write(MANIFEST, manifest(payload));
    SortedMap<String, Path> tags = filesIn("");
    tags.keySet().removeIf(name -> name.startsWith(PAYLOAD + "/"));
    String manifest = manifest(tags);
    write(TAG_MANIFEST, manifest);
    Files.write(folder.resolve(SIGNATURE), key.sign(manifest.getBytes(StandardCharsets.UTF_8)));
    BagStamps.add(this, manifest, stampers, key);
  }

  private SortedMap<String, Path> filesIn(String prefix) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = BagCheck.name(folder, file);
        if (name.startsWith(prefix)) {
          files.put(name, file);
        }
      }
    }
    return files;
  }

  /** A line a file as {@code sha256sum} writes it: the hash, two spaces, the name. */
  private static String manifest(SortedMap<String, Path> files) throws IOException {
    StringBuilder manifest = new StringBuilder();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      manifest.append(digest(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    return manifest.toString();
  }

  private static String info(List<Map.Entry<String, String>> info, SortedMap<String, Path> payload)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> entry : info) {
      text.append(entry.getKey()).append(": ").append(oneLine(entry.getValue())).append('\n');
    }
    long octets = 0;
    for (Path file : payload.values()) {
      octets += Files.size(file);
    }
    return text.append("Payload-Oxum: %d.%d\n".formatted(octets, payload.size())).toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  static String digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digester();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
