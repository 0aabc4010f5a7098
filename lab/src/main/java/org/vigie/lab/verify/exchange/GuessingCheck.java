package org.vigie.lab.verify.exchange;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.DeconflictQuestion;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.exchange.deconflict.NumberingPlanAttack;
import org.vigie.exchange.deconflict.Selector;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** Whoever has all that passed and the whole numbering plan guesses no better than by chance. */
final class GuessingCheck implements Check {
  /** Numbers of the plan for each run: a million at a thousand runs. */
  private static final int PER_RUN = 1_000;

  private static final int LEAST_PLAN = 10_000;
  private static final int HELD = 2_000;
  private static final int SHARED = 40;

  @Override
  public String name() {
    return "guessing";
  }

  @Override
  public String promise() {
    return "Transcript and numbering plan tell no more than chance";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    watcher.at(0, 1);
    int size = Math.clamp((long) effort.runs() * PER_RUN, LEAST_PLAN, 10_000_000);
    List<Selector> plan = TwoSides.phones(0, size);
    List<Selector> mixed = new ArrayList<>(plan);
    Collections.shuffle(mixed, new Random(effort.seed()));
    List<Selector> held = mixed.subList(HELD - SHARED, 2 * HELD - SHARED);
    NumberingPlanAttack attack = attack(new TwoSides(folder), mixed.subList(0, HELD), held);
    int recognised = attack.recognised(plan).size();
    Set<Selector> right = new HashSet<>(attack.likeliest(plan, HELD));
    right.retainAll(new HashSet<>(held));
    return tally(size, recognised, right.size());
  }

  private static NumberingPlanAttack attack(
      TwoSides sides, List<Selector> asked, List<Selector> held) throws Exception {
    DeconflictQuestion question = sides.ask(asked);
    DeconflictRequest request = sides.received(question);
    DeconflictAnswer answer = sides.answered(sides.answer(request, held));
    return NumberingPlanAttack.on(request, answer, new SecureRandom());
  }

  private static Tally tally(int plan, int recognised, int right) {
    double chance = (double) HELD * HELD / plan;
    Tally tally = new Tally();
    tally.count("numbers", plan);
    tally.count("recognised", recognised);
    tally.count("guesses", HELD);
    tally.count("right", right);
    tally.count("right by chance", Math.round(chance));
    tally.require(recognised == 0, "no number must be recognised, but %d were", recognised);
    // Five standard deviations, and room for the few of a large plan.
    tally.require(
        right <= chance + 5 * Math.sqrt(chance) + 5,
        "%d guesses must be right by chance, but %d were",
        Math.round(chance),
        right);
    return tally;
  }
}
