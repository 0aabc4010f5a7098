package org.vigie.lab.verify.custody;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.mandate.WhoSaw;
import org.vigie.casework.people.Role;
import org.vigie.lab.load.ConsoleVisitor;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;

/**
 * One analyst takes no more than the budget alone, page by page or from snippets, and the log says
 * what each was shown.
 */
final class BudgetCheck implements Check {
  private static final int ADVERTS = 600;
  private static final int HOURS = 6;
  private static final int ON_A_PAGE = 20;
  private static final int MOST_RUNS = 5;
  private static final Pattern NAMED = Pattern.compile("\"/adverts/(a-[0-9a-f]{20})\"");

  @Override
  public String name() {
    return "budget";
  }

  @Override
  public String promise() {
    return "One analyst takes no more than the budget, and the log knows all that was displayed";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    try (LoadedConsole console = LoadedConsole.start(new Workspace(folder), ADVERTS)) {
      int runs = Math.min(effort.runs(), MOST_RUNS);
      for (int run = 0; run < runs; run++) {
        watcher.at(run, runs);
        String name = "analyst-" + run;
        console.add(name, Role.ANALYST);
        Set<String> displayed = new LinkedHashSet<>();
        take(console, name, displayed, tally);
        trace(console, name, displayed, tally);
        walk(console, "walker-" + run, tally);
        console.pass(Duration.ofDays(1));
      }
    }
    return tally;
  }

  /** Takes what there is, hour after hour, each time until the console gives no more. */
  private static void take(LoadedConsole console, String name, Set<String> displayed, Tally tally)
      throws Exception {
    DisclosureSettings budget = DisclosureSettings.defaults();
    Set<String> taken = new HashSet<>();
    int next = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      console.pass(Duration.ofMinutes(61));
      ConsoleVisitor visitor = console.signedIn(name);
      int before = taken.size();
      boolean isGiven = true;
      while (isGiven && next < ADVERTS) {
        String id = LoadedConsole.advert(next);
        HttpResponse<String> answer = visitor.get("/adverts/" + id);
        isGiven = answer.statusCode() == 200;
        if (isGiven) {
          taken.add(id);
          displayed.add(id);
          next++;
        }
      }
      tally.require(!isGiven || next == ADVERTS, "an hour must end at the budget, but didn't");
      tally.require(
          taken.size() - before <= budget.perHour(),
          "an hour's adverts must be within the budget, but were %d",
          taken.size() - before);
      Matcher listed = NAMED.matcher(visitor.search(LoadedConsole.word(hour)).body());
      listed.results().map(one -> one.group(1)).forEach(displayed::add);
    }
    tally.count("analysts who took all they could", 1);
    tally.count("adverts taken in a day", taken.size());
    tally.require(
        !taken.isEmpty() && taken.size() <= budget.perDay(),
        "a day's adverts must be within the budget, but were %d",
        taken.size());
  }

  /** Reads texts from snippets, hour after hour, each time until a page withholds some. */
  private static void walk(LoadedConsole console, String name, Tally tally) throws Exception {
    console.add(name, Role.ANALYST);
    DisclosureSettings budget = DisclosureSettings.defaults();
    Map<String, Set<String>> windows = new HashMap<>();
    long read = 0;
    int next = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      console.pass(Duration.ofMinutes(61));
      SnippetWalk walk = new SnippetWalk(console.signedIn(name), windows);
      while (next < ADVERTS && walk.along(page(next))) {
        next += ON_A_PAGE;
      }
      tally.require(
          walk.read() - read <= budget.perHour(),
          "the adverts that snippets give in an hour must be within the budget, but were %d",
          walk.read() - read);
      read = walk.read();
    }
    tally.count("adverts read from snippets in a day", read);
    tally.require(next < ADVERTS, "a walk along all adverts must end at the budget, but didn't");
    tally.require(
        read > 0 && read <= budget.perDay(),
        "the adverts that snippets give in a day must be within the budget, but were %d",
        read);
  }

  /** Returns the ids of a page's adverts, each of another cluster: a search folds a cluster. */
  private static List<String> page(int from) {
    int clusters = ADVERTS / LoadedConsole.CLUSTER;
    return IntStream.range(from, from + ON_A_PAGE)
        .map(i -> i % clusters * LoadedConsole.CLUSTER + i / clusters)
        .mapToObj(LoadedConsole::advert)
        .toList();
  }

  private static void trace(LoadedConsole console, String name, Set<String> displayed, Tally tally)
      throws Exception {
    WhoSaw saw = new WhoSaw(console.trail());
    for (String id : displayed) {
      boolean isKnown = saw.saw(id).entries().stream().anyMatch(entry -> entry.user().equals(name));
      tally.count("displayed", 1);
      tally.count("traced", isKnown ? 1 : 0);
      tally.require(isKnown, "the log must say that %s was displayed, but doesn't", id);
    }
  }
}
