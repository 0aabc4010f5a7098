package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.Finding;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.OwnerOnly;

/**
 * All witnesses of one log. One that can't be reached is asked again, and for some time nothing
 * stops for it; then nothing is done until it is back, since nobody could tell a cut log from a
 * whole one.
 */
public final class Witnesses {
  private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

  /** A page must not wait for a witness that was not there a moment ago. */
  private static final Duration REST = Duration.ofSeconds(30);

  private final List<AuditWitness> all;
  private final Duration lag;
  private final Path state;
  private final Map<String, Instant> restUntil = new ConcurrentHashMap<>();

  /**
   * @param lag how long one may be out of reach before nothing is done any more
   * @param state folder in which it is kept since when one is
   */
  public Witnesses(List<AuditWitness> all, Duration lag, Path state) {
    this.all = List.copyOf(all);
    this.lag = lag;
    this.state = state;
  }

  /** Nobody. */
  public static Witnesses none() {
    return new Witnesses(List.of(), Duration.ZERO, Path.of(""));
  }

  /** Returns these and another one. */
  public Witnesses and(AuditWitness another) {
    List<AuditWitness> more = new ArrayList<>(all);
    more.add(another);
    return new Witnesses(more, lag, state);
  }

  /** Returns the places of those that can't be asked. */
  public List<String> unaskable() {
    return all.stream().filter(one -> !one.isAskable()).map(AuditWitness::place).toList();
  }

  List<AuditWitness> all() {
    return all;
  }

  Duration lag() {
    return lag;
  }

  /** Tells all of a head, and keeps in mind who could not be told. */
  void tell(SignedHead head, Instant now) throws IOException {
    for (AuditWitness witness : all) {
      if (!now.isBefore(restUntil.getOrDefault(witness.place(), Instant.MIN))) {
        tell(witness, head, now, false);
      }
    }
  }

  /**
   * Tells a witness that is out of reach for too long once more.
   *
   * @throws WitnessException if one still is: then nothing may be done
   */
  void requireReached(SignedHead head, Instant now) throws IOException {
    for (AuditWitness witness : all) {
      if (isOverdue(witness, now) && !tell(witness, head, now, true)) {
        throw new WitnessException(
            Finding.of("witness-overdue")
                .with("witness", witness.place())
                .with("minutes", lag.toMinutes())
                .with("since", Files.readString(since(witness))));
      }
    }
  }

  private boolean tell(AuditWitness witness, SignedHead head, Instant now, boolean isLate)
      throws IOException {
    Path since = since(witness);
    try {
      if (isLate) {
        witness.tellLate(head);
      } else {
        witness.tell(head);
      }
      restUntil.remove(witness.place());
      Files.deleteIfExists(since);
      return true;
    } catch (IOException | RuntimeException e) {
      // What another machine answers must not undo what is on the disk.
      LOG.warn("the witness at {} was not told: {}", witness.place(), e.toString());
      restUntil.put(witness.place(), now.plus(REST));
      if (!Files.exists(since)) {
        Files.writeString(OwnerOnly.file(since), now.toString());
      }
      return false;
    }
  }

  private boolean isOverdue(AuditWitness witness, Instant now) throws IOException {
    Path since = since(witness);
    if (!Files.exists(since)) {
      return false;
    }
    try {
      return Instant.parse(Files.readString(since).strip()).plus(lag).isBefore(now);
    } catch (DateTimeParseException e) {
      return true;
    }
  }

  private Path since(AuditWitness witness) {
    return state.resolve("untold-" + Sha256.hex(witness.place()).substring(0, 8));
  }
}
