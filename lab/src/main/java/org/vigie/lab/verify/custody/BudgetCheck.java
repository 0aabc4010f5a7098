package org.vigie.lab.verify.custody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.WhoSaw;
import org.vigie.casework.people.Role;
import org.vigie.lab.load.ConsoleVisitor;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;

/**
 * One analyst takes no more than the budget alone, page by page, from snippets, by a token or by
 * commands, and the log says what each was shown.
 */
final class BudgetCheck implements Check {
  private static final int ADVERTS = 600;
  private static final int HOURS = 6;
  private static final int ON_A_PAGE = 20;
  private static final int MOST_RUNS = 5;
  private static final Pattern NAMED = Pattern.compile("(?<!\\w)[acnw]-[0-9a-f]{20}(?!\\w)");

  @Override
  public String name() {
    return "budget";
  }

  @Override
  public String promise() {
    return "One analyst takes no more than the budget by pages, token or commands, and the log knows all"
        + " that was displayed";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Path pages = Files.createDirectory(folder.resolve("console"));
    try (LoadedConsole console = LoadedConsole.start(new Workspace(pages), ADVERTS)) {
      int runs = Math.min(effort.runs(), MOST_RUNS);
      for (int run = 0; run < runs; run++) {
        watcher.at(run, runs);
        readPages(console, "analyst-" + run, tally);
        walk(console, "walker-" + run, tally);
        program(console, "program-" + run, tally);
        type(console, Files.createDirectory(folder.resolve("typed-" + run)), tally);
        tally.count("days", 1);
        console.pass(Duration.ofDays(1));
      }
    }
    return tally;
  }

  private static void readPages(LoadedConsole console, String name, Tally tally) throws Exception {
    console.add(name, Role.ANALYST);
    Set<String> displayed = new LinkedHashSet<>();
    List<String> taken = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      console.pass(Duration.ofMinutes(61));
      ConsoleVisitor visitor = console.signedIn(name);
      hour(AdvertTaker.byPages(visitor), taken, displayed, tally);
      named(visitor.search(LoadedConsole.word(hour)).body(), displayed);
    }
    judge("pages", taken, tally);
    AdvertTaker token = AdvertTaker.byToken(console.program(name));
    tally.require(
        token.take(LoadedConsole.advert(taken.size())).isEmpty(),
        "whose day is used up by pages must be given nothing by a token, but was");
    trace(console.trail(), name, displayed, tally);
  }

  private static void program(LoadedConsole console, String name, Tally tally) throws Exception {
    console.add(name, Role.ANALYST);
    AdvertTaker token = AdvertTaker.byToken(console.program(name));
    Set<String> displayed = new LinkedHashSet<>();
    List<String> taken = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      console.pass(Duration.ofMinutes(61));
      hour(token, taken, displayed, tally);
    }
    judge("a token", taken, tally);
    trace(console.trail(), name, displayed, tally);
  }

  private static void type(LoadedConsole console, Path folder, Tally tally) throws Exception {
    CommandLineUser user = new CommandLineUser(folder, "typist", console.clock());
    user.require("init", "--trial");
    LoadedConsole.fill(user.workspace(), ADVERTS);
    Set<String> displayed = new LinkedHashSet<>();
    List<String> taken = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      console.pass(Duration.ofMinutes(61));
      hour(AdvertTaker.byCommands(user), taken, displayed, tally);
      named(user.typed("search", LoadedConsole.word(hour)).orElse(""), displayed);
    }
    judge("commands", taken, tally);
    trace(user.trail(), "typist", displayed, tally);
  }

  /**
   * Takes what there is until no more is given.
   *
   * @param taken ids of what was taken before, which grow
   * @param displayed ids of all that was displayed, which grow
   */
  private static void hour(
      AdvertTaker taker, List<String> taken, Set<String> displayed, Tally tally) throws Exception {
    int before = taken.size();
    boolean isGiven = true;
    while (isGiven && taken.size() < ADVERTS) {
      String next = LoadedConsole.advert(taken.size());
      Optional<String> answer = taker.take(next);
      isGiven = answer.isPresent();
      if (isGiven) {
        taken.add(next);
        named(answer.get(), displayed);
        tally.require(displayed.contains(next), "what is given must be named, but isn't");
      }
    }
    int budget = DisclosureSettings.defaults().perHour();
    tally.require(
        taken.size() - before <= budget,
        "an hour's adverts must be within the budget, but were %d",
        taken.size() - before);
  }

  private static void judge(String way, List<String> taken, Tally tally) {
    tally.count("analysts who took all they could", 1);
    tally.count("taken in a day by " + way, taken.size());
    tally.require(
        !taken.isEmpty() && taken.size() <= DisclosureSettings.defaults().perDay(),
        "a day's adverts by %s must be within the budget, but were %d",
        way,
        taken.size());
  }

  private static void named(String answer, Set<String> displayed) {
    NAMED.matcher(answer).results().map(MatchResult::group).forEach(displayed::add);
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

  private static void trace(AuditTrail trail, String name, Set<String> displayed, Tally tally)
      throws Exception {
    WhoSaw saw = new WhoSaw(trail);
    for (String id : displayed) {
      boolean isKnown = saw.saw(id).entries().stream().anyMatch(entry -> entry.user().equals(name));
      tally.count("displayed", 1);
      tally.count("traced", isKnown ? 1 : 0);
      tally.require(isKnown, "the log must say that %s was displayed, but doesn't", id);
    }
  }
}
