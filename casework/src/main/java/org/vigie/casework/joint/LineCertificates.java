package org.vigie.casework.joint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.envelope.ReaderPair;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.failure.UserError;

/**
 * The certificates by which this console shows others who it is, with their keys. The next one is
 * made beside the one in use, so that partners know it before it is shown.
 */
public final class LineCertificates {
  /** How long before the end of the last one the next one is made. */
  public static final Duration AHEAD = Duration.ofDays(30);

  private final LetterBox box;

  /**
   * @param box where they lie
   */
  public LineCertificates(LetterBox box) {
    this.box = box;
  }

  /**
   * A certificate.
   *
   * @param key file of its private key
   * @param certificate its own file
   * @param until when it ends
   */
  public record Pair(Path key, Path certificate, Instant until) {}

  /** Returns all, in the order in which they are used. */
  public List<Pair> all() throws IOException {
    List<Pair> all = new ArrayList<>();
    int last = last();
    for (int number = 1; number <= last; number++) {
      if (isWhole(number)) {
        Path certificate = box.lineCertificate(number);
        all.add(new Pair(box.lineKey(number), certificate, Recipients.validUntil(certificate)));
      }
    }
    return all;
  }

  /**
   * Returns the one that is shown: the first that hasn't ended.
   *
   * @throws UserError if there is none
   */
  public Pair inUse(Instant now) throws IOException {
    return all().stream()
        .filter(one -> one.until().isAfter(now))
        .findFirst()
        .orElseThrow(() ->
            UserError.ofInput(
                box.lineCertificate(1)
                    + " must hold the certificate that this console shows to others, but there is"
                    + " none that hasn't ended; type ./vigie request line"));
  }

  /**
   * Makes one if there is none or the last one ends soon.
   *
   * @param name whom it names
   */
  public Optional<Pair> renew(String name, Instant now) throws IOException {
    if (all().stream().anyMatch(one -> one.until().isAfter(now.plus(AHEAD)))) {
      return Optional.empty();
    }
    int last = last();
    int number = last > 0 && !isWhole(last) ? last : last + 1;
    // What a run that was killed left of one was told to nobody.
    Files.deleteIfExists(box.lineKey(number));
    Files.deleteIfExists(box.lineCertificate(number));
    ReaderPair.makeForTls(box.lineKey(number), box.lineCertificate(number), name, now);
    return Optional.of(all().getLast());
  }

  private int last() {
    int number = 0;
    while (Files.exists(box.lineKey(number + 1)) || Files.exists(box.lineCertificate(number + 1))) {
      number++;
    }
    return number;
  }

  private boolean isWhole(int number) throws IOException {
    for (Path file : List.of(box.lineKey(number), box.lineCertificate(number))) {
      if (!Files.isRegularFile(file) || Files.size(file) == 0) {
        return false;
      }
    }
    return true;
  }
}
