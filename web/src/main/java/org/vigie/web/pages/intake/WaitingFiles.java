package org.vigie.web.pages.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.submission.SubmissionReading;
import org.vigie.casework.submission.Submissions;
import org.vigie.casework.submission.SubmittedFile;

/** The files that people handed in and didn't decide on yet, each for a while. */
final class WaitingFiles {
  /** Long enough to look at a list, too short for a store. */
  private static final Duration HELD = Duration.ofMinutes(30);

  private static final int MOST_OF_ONE = 5;

  private final Submissions submissions;
  private final Clock clock;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  WaitingFiles(Submissions submissions, Clock clock) {
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param account who handed it in: nobody else meets it
   * @param encoding as it was said, or empty
   * @param separator as it was said, or empty
   * @param mapping key → column as it was said
   * @param shown the same reading as its page shows it
   * @param at when it was handed in
   */
  record Waiting(
      String account,
      SubmittedFile file,
      String encoding,
      String separator,
      Map<String, String> mapping,
      SubmissionReading reading,
      SubmissionReading shown,
      Instant at) {
    Waiting {
      mapping = Map.copyOf(mapping);
    }
  }

  /** Holds a file; the oldest of its account gives way to it. */
  synchronized void hold(Waiting file) throws IOException {
    forget();
    waiting.put(file.file().id(), file);
    List<Waiting> own =
        waiting.values().stream().filter(one -> one.account().equals(file.account())).toList();
    for (Waiting old : own.subList(0, Math.max(0, own.size() - MOST_OF_ONE))) {
      drop(old);
    }
  }

  /** Finds a file of an account. */
  synchronized Optional<Waiting> find(String account, String id) throws IOException {
    forget();
    return Optional.ofNullable(waiting.get(id)).filter(one -> one.account().equals(account));
  }

  /** Takes a file out, for whoever decides on it first. */
  synchronized boolean take(Waiting file) {
    return waiting.remove(file.file().id()) != null;
  }

  synchronized void drop(Waiting file) throws IOException {
    if (take(file)) {
      submissions.discard(file.file());
    }
  }

  /** Removes the files that waited too long. */
  synchronized void forget() throws IOException {
    Instant oldest = clock.instant().minus(HELD);
    for (Waiting one : new ArrayList<>(waiting.values())) {
      if (one.at().isBefore(oldest)) {
        drop(one);
      }
    }
  }
}
