package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.timestamp.TimeStamp;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.exchange.timestamp.TrustedStamper;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/**
 * The time stamps of a bag: authorities attest that its tag manifest was there.
 *
 * <p>A stamp is made of the finished tag manifest and can't stand in it. So the roots, which stand
 * in it, say how many stamps there must be, and the bag's own key signs each of them: parts of a
 * stamp can be changed in ways that its authority's signature doesn't cover (RFC 5652, section
 * 5.3).
 */
final class BagStamps {
  private static final String FOLDER = "timestamps/";
  private static final Pattern ROOTS = Pattern.compile("(timestamps/[0-9]+)\\.pem");

  private BagStamps() {}

  /** Returns the stem of the names of a stamp's files, if a file of a bag holds its roots. */
  static Optional<String> stem(String file) {
    Matcher matcher = ROOTS.matcher(file);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static String token(String stem) {
    return stem + ".tst";
  }

  static String signature(String stem) {
    return stem + ".der";
  }

  /** Writes the roots, which the tag manifest is to list. */
  static void addRoots(Bag bag, List<TrustedStamper> stampers) throws IOException {
    for (int i = 0; i < stampers.size(); i++) {
      StringBuilder pem = new StringBuilder();
      try {
        for (X509Certificate root : stampers.get(i).roots().certificates()) {
          pem.append(Pem.write("CERTIFICATE", root.getEncoded()));
        }
      } catch (GeneralSecurityException e) {
        throw new IOException("a certificate that was read must be one, but isn't", e);
      }
      Files.writeString(bag.tag(numbered(i) + ".pem"), pem);
    }
  }

  /**
   * Has the tag manifest stamped.
   *
   * @throws UserError if an authority doesn't
   */
  static void add(Bag bag, String manifest, List<TrustedStamper> stampers, SigningKey key)
      throws IOException {
    byte[] digest = Sha256.digester().digest(manifest.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < stampers.size(); i++) {
      byte[] token = stamped(stampers.get(i), digest);
      Files.write(bag.tag(token(numbered(i))), token);
      Files.write(bag.tag(signature(numbered(i))), key.sign(token));
    }
  }

  private static byte[] stamped(TrustedStamper stamper, byte[] digest) {
    try {
      return stamper.stamp(digest).encoded();
    } catch (IOException e) {
      throw UserError.ofInput(
          "the authority for time stamps at %s must stamp this package, but didn't: %s"
              .formatted(stamper.address(), e.getMessage()));
    }
  }

  private static String numbered(int number) {
    return FOLDER + (number + 1);
  }

  /**
   * Reads a stamp that holds.
   *
   * @param stem of the names of its files
   * @param roots from which its authority must come; null for those in the bag
   * @return nothing if it doesn't hold
   */
  static Optional<BagStamp> read(
      Path folder, String stem, SignerKey signer, @Nullable TrustedAuthorities roots)
      throws IOException {
    byte[] token = Files.readAllBytes(folder.resolve(token(stem)));
    byte[] signature = Files.readAllBytes(folder.resolve(signature(stem)));
    try {
      if (!signer.verifies(token, signature)) {
        return Optional.empty();
      }
      TimeStamp stamp = TimeStamp.of(token);
      byte[] manifest = Files.readAllBytes(folder.resolve(Bag.TAG_MANIFEST));
      TrustedAuthorities trusted =
          roots == null ? TrustedAuthorities.of(folder.resolve(stem + ".pem")) : roots;
      stamp.verify(Sha256.digester().digest(manifest), trusted);
      return Optional.of(BagStamp.of(stamp.at(), trusted));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
