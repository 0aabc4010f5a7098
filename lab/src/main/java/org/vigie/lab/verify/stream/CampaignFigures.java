package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What becomes of groups of adverts whose authors reworded each advert by hand: how many are joined
 * whole, and how many raise an alert.
 *
 * <p>Files are named {@code AUTHOR-campaigns.jsonl} and {@code AUTHOR-ordinary.jsonl}; an advert's
 * id is that of its group with {@code -NUMBER} behind.
 */
public final class CampaignFigures {
  private static final String END = ".jsonl";

  private final List<Row> rows;

  private CampaignFigures(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Groups of one file.
   *
   * @param joined groups all of whose adverts stand in one network
   * @param alerted groups of which an advert leads to an alert
   */
  private record Row(String file, int groups, int joined, int alerted) {
    String line() {
      return "| %s | %d | %d | %d |".formatted(file, groups, joined, alerted);
    }
  }

  /** Runs the job on each file by itself, in this process. */
  public static CampaignFigures of(Path models, Path texts, Path folder) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Path file : files(texts)) {
      String name = file.getFileName().toString().replace(END, "");
      Workspace workspace = new Workspace(Files.createDirectories(folder.resolve(name)));
      new Inbox(workspace, StreamTrial.CLOCK).accept(file, Map.of(), StreamTrial.MANDATE);
      Watch nothing = new Watch(List.of(), new Watchlist(List.of(), List.of()));
      new EmbeddedRun(workspace, RunConfig.defaults(models), nothing).run(progress -> {});
      rows.add(row(name, LeadingAdverts.in(workspace)));
    }
    return new CampaignFigures(rows);
  }

  private static List<Path> files(Path texts) throws IOException {
    try (Stream<Path> files = Files.list(texts)) {
      return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
    }
  }

  private static Row row(String file, LeadingAdverts leading) {
    Map<String, List<LeadingAdverts.Led>> groups = new TreeMap<>();
    for (LeadingAdverts.Led advert : leading.byUrl().values()) {
      String group = advert.sourceId().replaceFirst("-[0-9]+$", "");
      groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(advert);
    }
    return new Row(
        file,
        groups.size(),
        (int) groups.values().stream().filter(CampaignFigures::isJoined).count(),
        (int)
            groups.values().stream()
                .filter(group -> group.stream().anyMatch(LeadingAdverts.Led::leads))
                .count());
  }

  private static boolean isJoined(List<LeadingAdverts.Led> group) {
    Set<String> common = new HashSet<>(group.getFirst().networks());
    group.forEach(advert -> common.retainAll(advert.networks()));
    return !common.isEmpty();
  }

  /** Returns the rows of a table. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| file | groups | joined whole | with an alert |");
    lines.add("|---|---:|---:|---:|");
    rows.forEach(row -> lines.add(row.line()));
    for (String kind : List.of("campaigns", "ordinary")) {
      List<Row> of = rows.stream().filter(row -> row.file().endsWith(kind)).toList();
      lines.add(
          new Row(
                  "all " + kind,
                  of.stream().mapToInt(Row::groups).sum(),
                  of.stream().mapToInt(Row::joined).sum(),
                  of.stream().mapToInt(Row::alerted).sum())
              .line());
    }
    return lines;
  }
}
