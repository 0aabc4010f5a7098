package org.vigie.capture.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hashes of known material, as a unit was given them: a picture among them is read no further and
 * goes the minor-risk way.
 *
 * <p>A file has a hash a line, in hexadecimal digits: MD5 (32), SHA-256 or PDQ (64). A line {@code
 * pdq HASH}, {@code sha256 HASH} or {@code md5 HASH} says which; without the word, 64 digits count
 * as both. What comes after a comma or a blank is passed over, and so are lines that begin with #.
 */
public final class KnownPictures {
  /** As much as the process that decodes has room for. */
  private static final int MOST = 1_000_000;

  private static final Pattern LINE =
      Pattern.compile("(?:(pdq|sha-?256|md5)[ ,:\\t]+)?([0-9a-f]{32}|[0-9a-f]{64})(?:[ ,;\\t].*)?");

  private final Set<String> digests = new HashSet<>();
  private final List<PdqHash> hashes = new ArrayList<>();

  private KnownPictures() {}

  /** Returns a list of nothing. */
  public static KnownPictures none() {
    return new KnownPictures();
  }

  /**
   * Reads lists.
   *
   * @throws IOException if one can't be read, or has a line that is no hash; names file and line
   */
  public static KnownPictures read(List<Path> files) throws IOException {
    KnownPictures known = new KnownPictures();
    for (Path file : files) {
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        known.add(line.strip().toLowerCase(Locale.ROOT), file, number);
      }
    }
    return known;
  }

  private void add(String line, Path file, int number) throws IOException {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    var hash = LINE.matcher(line);
    if (!hash.matches()) {
      throw new IOException(
          "a line must be a hash of 32 or 64 hexadecimal digits, but isn't in %s, line %d"
              .formatted(file, number));
    }
    boolean pdq = "pdq".equals(hash.group(1));
    if (pdq && hash.group(2).length() != 64) {
      throw new IOException(
          "a PDQ hash must have 64 hexadecimal digits, but hasn't in %s, line %d"
              .formatted(file, number));
    }
    if (!pdq) {
      digests.add(hash.group(2));
    }
    if (pdq || (hash.group(1) == null && hash.group(2).length() == 64)) {
      hashes.add(PdqHash.parse(hash.group(2)));
    }
    if (digests.size() > MOST || hashes.size() > MOST) {
      throw new IOException("lists must have at most %d hashes, but have more".formatted(MOST));
    }
  }

  /** Returns whether a file is on a list, byte for byte. */
  boolean has(byte[] file) {
    return !digests.isEmpty()
        && (digests.contains(hex(digest("SHA-256").digest(file)))
            || digests.contains(hex(digest("MD5").digest(file))));
  }

  /** Returns the SHA-256 of a file of any size if it is on a list, byte for byte; else nothing. */
  Optional<String> find(InputStream file) throws IOException {
    if (digests.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest md5 = digest("MD5");
    byte[] buffer = new byte[1 << 16];
    for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
      sha256.update(buffer, 0, read);
      md5.update(buffer, 0, read);
    }
    String hex = hex(sha256.digest());
    return digests.contains(hex) || digests.contains(hex(md5.digest()))
        ? Optional.of(hex)
        : Optional.empty();
  }

  /** Returns whether a picture looks as one on a list does. */
  boolean has(PdqHash hash) {
    return hashes.stream().anyMatch(hash::isNear);
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
