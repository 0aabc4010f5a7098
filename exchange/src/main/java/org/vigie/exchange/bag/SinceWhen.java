package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.exchange.bag.BagProblem.Kind;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * What a bag proves of when it came to differ from what was signed: that is after its list of files
 * was made, and nothing in it proves more. The times of files don't: unpacking and copying set
 * them.
 */
public final class SinceWhen {
  private static final String DAY = "Bagging-Date: ";

  private SinceWhen() {}

  /**
   * Says it of all differences at once, changed, missing and added files alike.
   *
   * @param signer the fingerprint that the sender told another way, or blank: then anybody may have
   *     made list and date
   * @param knownRoots whether the roots of time stamps are known from elsewhere, not by the bag
   */
  public static String of(Path bag, BagCheck.Result result, String signer, boolean knownRoots)
      throws IOException {
    if (has(result, Kind.SIGNATURE) || has(result, Kind.SIGNER)) {
      return "Since when can't be said: its list of files is not shown to be the signer's.";
    }
    if (signer.isBlank()) {
      return ("Since when can't be said: whoever holds the key %s made its list of files. If the sender"
              + " tells you that fingerprint another way, type it with --signer.")
          .formatted(result.fingerprint());
    }
    String sealed = day(bag, result).map(day -> " on " + day + " by the signer's clock").orElse("");
    String stamped =
        result.stamps().stream()
            .map(BagStamp::at)
            .min(Comparator.<Instant>naturalOrder())
            .map(at ->
                ", and by "
                    + Words.minute(at)
                    + (knownRoots
                        ? " as an authority's stamp shows"
                        : " as a stamp shows whose roots the package brings"))
            .orElse("");
    return "Since when: each file was listed as it was when the package was sealed"
        + sealed
        + stamped
        + ". What is changed, missing or added came to be so after that. Nothing in a package says"
        + " when: another copy may.";
  }

  private static boolean has(BagCheck.Result result, Kind kind) {
    return result.problems().stream().anyMatch(problem -> problem.kind() == kind);
  }

  /** Returns the day that the signer wrote down, if that file is as it was signed. */
  private static Optional<String> day(Path bag, BagCheck.Result result) throws IOException {
    boolean isWhole =
        result.problems().stream().noneMatch(problem -> problem.file().equals(Bag.INFO));
    if (!isWhole) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(bag.resolve(Bag.INFO), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(DAY))
          .map(line -> SafeText.line(line.substring(DAY.length())))
          .findFirst();
    }
  }
}
