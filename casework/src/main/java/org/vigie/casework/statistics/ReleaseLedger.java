package org.vigie.casework.statistics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

/**
 * The releases of a workspace and the privacy budget they spent, one line each, in a file that only
 * grows. A release is written down before it is shown. Asked for again, it is read from there: who
 * could have new noise drawn would take the mean, and the noise would be gone.
 *
 * <p>The budget is for the whole life of a workspace, since groups last over quarters. Who restores
 * an older backup brings back what was spent since: keep the newest ledger.
 */
public final class ReleaseLedger {
  /** Thousandths of epsilon that all releases may spend, unless the first one says otherwise. */
  public static final int DEFAULT_BUDGET = 4_000;

  private final Path file;
  private final Clock clock;
  private final RandomGenerator random;

  /** Counts the groups of a request; it is asked only where there is no release yet. */
  @FunctionalInterface
  public interface Counting {
    Map<FigureCell, Long> count() throws IOException;
  }

  /**
   * A release with what is left to spend.
   *
   * @param repeated whether it was made earlier
   * @param spent thousandths of epsilon that all releases spent
   * @param budget thousandths that they may spend
   */
  public record Outcome(Release release, boolean repeated, int spent, int budget) {}

  /**
   * A ledger.
   *
   * @param file need not exist
   * @param random nothing but a {@link java.security.SecureRandom} outside of tests
   */
  public ReleaseLedger(Path file, Clock clock, RandomGenerator random) {
    this.file = file;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Returns the release of a request: the one that was made, or else a new one.
   *
   * @param budget thousandths that all releases may spend, or null for what the ledger says; it can
   *     be set before the first release alone
   * @throws UserError if the budget is spent, or a quarter isn't over
   */
  public Outcome release(FigureRequest request, @Nullable Integer budget, Counting counting)
      throws IOException {
    try (FileChannel channel = OwnerOnly.open(file);
        FileLock lock = channel.lock()) {
      LedgerLines lines = LedgerLines.parse(content(channel), file);
      int allowed = allowed(lines, budget);
      Optional<Release> known =
          lines.releases().stream().filter(one -> one.request().equals(request)).findFirst();
      if (known.isPresent()) {
        return new Outcome(known.get(), true, lines.spent(), allowed);
      }
      requireOver(request);
      requireLeft(request, lines.spent(), allowed);
      Release release =
          Release.of(
              request, counting.count(), clock.instant().truncatedTo(ChronoUnit.SECONDS), random);
      append(
          channel, (lines.isEmpty() ? LedgerLines.head(allowed) : "") + LedgerLines.line(release));
      return new Outcome(release, false, lines.spent() + request.epsilon(), allowed);
    }
  }

  private static int allowed(LedgerLines lines, @Nullable Integer budget) {
    if (lines.isEmpty()) {
      return budget == null ? DEFAULT_BUDGET : budget;
    }
    if (budget != null && budget != lines.budget()) {
      throw UserError.ofUsage(
          "the budget must stay as it was at the first release, %s, but was given as %s"
              .formatted(Epsilon.written(lines.budget()), Epsilon.written(budget)));
    }
    return lines.budget();
  }

  private void requireOver(FigureRequest request) {
    Quarter now = Quarter.of(clock.instant());
    if (request.until().compareTo(now) >= 0) {
      throw UserError.ofUsage(
          "figures must be of quarters that are over, but %s isn't".formatted(request.until()));
    }
  }

  private static void requireLeft(FigureRequest request, int spent, int allowed) {
    if (spent + request.epsilon() > allowed) {
      throw new UserError(
          Exit.BUDGET,
          "this release spends epsilon %s, but of the workspace's budget of %s only %s is left; ask for a release that was made, or for a smaller epsilon"
              .formatted(
                  Epsilon.written(request.epsilon()),
                  Epsilon.written(allowed),
                  Epsilon.written(Math.max(0, allowed - spent))));
    }
  }

  private static List<String> content(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // Reads on until all is there.
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  private static void append(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }
}
