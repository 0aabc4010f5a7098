package org.vigie.lab.verify.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.vigie.casework.DeconflictLedger;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.DeconflictQuestion;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.exchange.deconflict.Selector;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * Two agencies of 2,000 contacts each find the forty that they share, and one that asks for more
 * than its quota gets no answer.
 */
final class DeconflictCheck implements Check {
  private static final int HELD = 2_000;
  private static final int SHARED = 40;
  private static final int PLAN = 100_000;

  /** What a partner may ask about in seven days, and what one question of the enumeration has. */
  private static final int PER_WEEK = 2_048;

  private static final int OF_ONE_QUESTION = 64;

  /** An exchange of 2,000 takes a second: more than these show nothing new. */
  private static final int MOST_EXCHANGES = 20;

  @Override
  public String name() {
    return "deconfliction";
  }

  @Override
  public String promise() {
    return "2,000 and 2,000 find the 40 they share alone; quota stops enumeration";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    TwoSides sides = new TwoSides(folder);
    Random random = new Random(effort.seed());
    int exchanges = Math.clamp(effort.runs() / 4, 1, MOST_EXCHANGES);
    tally.count("exchanges", exchanges);
    tally.count("shared", (long) exchanges * SHARED);
    tally.count("found", 0);
    for (int i = 0; i < exchanges; i++) {
      watcher.at(i, exchanges + 1);
      exchange(sides, random, tally);
    }
    enumerate(sides, Files.createDirectories(folder.resolve("ledger")), tally);
    return tally;
  }

  private static void exchange(TwoSides sides, Random random, Tally tally) throws Exception {
    List<Selector> plan = new ArrayList<>(TwoSides.phones(0, PLAN));
    Collections.shuffle(plan, random);
    DeconflictQuestion question = sides.ask(plan.subList(0, HELD));
    byte[] written =
        sides.answer(sides.received(question), plan.subList(HELD - SHARED, 2 * HELD - SHARED));
    DeconflictAnswer answer = sides.answered(written);
    Set<Selector> found = new HashSet<>(sides.shared(question, answer));
    Set<Selector> shared = new HashSet<>(plan.subList(HELD - SHARED, HELD));
    tally.count("found", found.size());
    tally.require(
        found.equals(shared), "%d contacts must be found, but %d were", SHARED, found.size());
  }

  /** Asks on, by a question of 64 each time, until a question is refused. */
  private static void enumerate(TwoSides sides, Path folder, Tally tally) throws Exception {
    DeconflictLedger ledger = new DeconflictLedger(folder.resolve("desk.db"), Clock.systemUTC());
    int answered = 0;
    boolean isStopped = false;
    for (int from = 0; !isStopped && from < 2 * PER_WEEK; from += OF_ONE_QUESTION) {
      List<Selector> guesses = TwoSides.phones(from, from + OF_ONE_QUESTION);
      DeconflictRequest request = sides.received(sides.ask(guesses));
      try {
        ledger.take(request, List.of(request.signer().fingerprint()), PER_WEEK);
        answered += request.count();
      } catch (UserError e) {
        isStopped = e.exit() == Exit.BUDGET;
      }
    }
    tally.count("numbers tried before the quota", answered);
    tally.require(
        isStopped && answered == PER_WEEK,
        "a quota must stop at %d, but stopped at %d",
        PER_WEEK,
        answered);
  }
}
