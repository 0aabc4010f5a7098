package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What quick commands cost from the start of their process, beside a search in Lucene alone. */
final class FreshCommands {
  private static final double MOST_SECONDS = 2;

  /** As much as one may vary beside the other and still be called the same. */
  private static final double SAME = 1.1;

  private static final Pattern ADVERT_ID = Pattern.compile("a-[0-9a-f]{20}");
  private static final String WORD = "experience";
  private static final String SEARCH = "search";
  private static final String PHONE = "search phone:…";
  private static final String PHONE_GOAL = "`" + PHONE + "` as a word search";

  private final Programs programs;
  private final MachineSpeed calibration;
  private final int rounds;

  FreshCommands(Programs programs, MachineSpeed calibration, int rounds) {
    this.programs = programs;
    this.calibration = calibration;
    this.rounds = rounds;
  }

  /**
   * Measures on what a run has left.
   *
   * @param workspace with an index
   */
  void measure(Path workspace, Findings findings) throws IOException, InterruptedException {
    List<Path> shards = Programs.indexes(workspace);
    Map<String, String[]> commands = commands(workspace, IndexedPhone.in(shards));
    Map<String, List<ProcessCost>> costs = new LinkedHashMap<>();
    commands.keySet().forEach(name -> costs.put(name, new ArrayList<>()));
    List<ProcessCost> raw = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      raw.add(programs.rawSearch(WORD, shards));
      for (Map.Entry<String, String[]> command : commands.entrySet()) {
        of(command.getKey(), costs).add(programs.vigie(command.getValue()));
      }
    }
    costs.forEach((name, ours) -> {
      Ratio ratio = beside(name, ours, raw);
      findings.add(ratio);
      if (!name.equals(PHONE)) {
        findings.add(goal(name, ours, ratio));
      }
    });
    findings.add(
        costs.containsKey(PHONE)
            ? phones(of(PHONE, costs), of(SEARCH, costs))
            : Goal.notMeasured("A", PHONE_GOAL, "no advert names a phone"));
  }

  private static List<ProcessCost> of(String name, Map<String, List<ProcessCost>> costs) {
    return Objects.requireNonNull(costs.get(name), name);
  }

  private Map<String, String[]> commands(Path workspace, Optional<String> phone)
      throws IOException, InterruptedException {
    String at = workspace.toString();
    String id = found(workspace);
    Map<String, String[]> commands = new LinkedHashMap<>();
    commands.put(SEARCH, new String[] {SEARCH, WORD, "--workspace", at});
    if (phone.isPresent()) {
      found(workspace, phone.get());
      commands.put(PHONE, new String[] {SEARCH, phone.get(), "--workspace", at});
    }
    commands.put("show", new String[] {"show", id, "--workspace", at});
    commands.put("alerts", new String[] {"alerts", "--workspace", at});
    return commands;
  }

  /** Returns the id of an advert that a query finds. */
  private String found(Path workspace, String... query) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(SEARCH));
    words.addAll(List.of(query));
    words.addAll(List.of("--limit", "1", "--workspace", workspace.toString()));
    programs.vigie(words.toArray(String[]::new));
    Matcher id = ADVERT_ID.matcher(programs.lastSaid());
    if (!id.find()) {
      throw new IOException(
          "%s must hold an advert for each search that is measured, but one found none"
              .formatted(workspace));
    }
    return id.group();
  }

  private static Ratio beside(String name, List<ProcessCost> ours, List<ProcessCost> raw) {
    String key = name.equals(PHONE) ? "search-phone" : name;
    return Ratio.of(key, ProcessCost.cpuSeconds(ours), ProcessCost.cpuSeconds(raw));
  }

  private Goal goal(String name, List<ProcessCost> ours, Ratio ratio) {
    double seconds = calibration.of(ProcessCost.medianCpu(ours));
    return new Goal(
        "A",
        String.format(Locale.ROOT, "`%s` ≤ %.0f s CPU", name, MOST_SECONDS),
        String.format(Locale.ROOT, "%.2f; raw Lucene %s", seconds, ratio.shown()),
        "",
        GoalOutcome.atMost(seconds, MOST_SECONDS));
  }

  private static Goal phones(List<ProcessCost> phones, List<ProcessCost> words) {
    Ratio ratio = Ratio.of("", ProcessCost.cpuSeconds(phones), ProcessCost.cpuSeconds(words));
    return new Goal("A", PHONE_GOAL, ratio.shown(), "", GoalOutcome.atMost(ratio.median(), SAME));
  }
}
