package org.vigie.cli.command.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.statistics.BarChart;
import org.vigie.casework.statistics.CountedBy;
import org.vigie.casework.statistics.Epsilon;
import org.vigie.casework.statistics.FigureCsv;
import org.vigie.casework.statistics.FigureRequest;
import org.vigie.casework.statistics.FigureSheet;
import org.vigie.casework.statistics.GroupFigures;
import org.vigie.casework.statistics.Quarter;
import org.vigie.casework.statistics.ReleaseLedger;
import org.vigie.casework.statistics.ReleaseLedger.Outcome;
import org.vigie.casework.statistics.ReportColumns;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie statistics}. */
@Command(
    name = "statistics",
    description = "Write figures for rapporteurs that hide each group of adverts",
    footer = {
      "",
      "Counts groups of adverts (a campaign, or all of a contact) by route, form, sector, channel",
      "and language, each by quarter and region, with noise (differential privacy). Every release",
      "spends some of the workspace's budget for ever; the same one again costs nothing and gives",
      "the same figures. Fewer tables in a release make each more exact.",
      "Example:",
      "  ./vigie statistics --out figures.csv --from 2026-Q1 --until 2026-Q2 --of route,form"
    })
public final class StatisticsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "A file that doesn't exist yet; the data sheet goes beside it, as FILE.md")
  private String out = "";

  @Option(
      names = "--chart",
      paramLabel = "FILE.svg",
      description = "Draw the highest figures, in a file that doesn't exist yet")
  private @Nullable String chart;

  @Option(
      names = "--from",
      paramLabel = "QUARTER",
      description = "First quarter. Default: the fourth before this one")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "QUARTER",
      description = "Last quarter, which must be over. Default: the one before this one")
  private @Nullable String until;

  @Option(
      names = "--of",
      paramLabel = "TABLE",
      split = ",",
      description = "Of route, form, sector, channel, language, control. Default: the first five")
  private List<String> tables = List.of();

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      description =
          "Write FILE.NAME.csv too, with the columns of a report that adverts can fill: ctdc (its"
              + " Global Dataset) or empact. Without --of, of the tables that fill them")
  private @Nullable String columnsName;

  @Option(names = "--all", description = "Count all adverts, not those alone that look risky")
  private boolean all;

  @Option(
      names = "--per-group",
      paramLabel = "N",
      description = "Cells of each table that a group counts in at most. Default: ${DEFAULT-VALUE}")
  private int perGroup = 1;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "Privacy budget (epsilon); smaller adds more noise. Default: ${DEFAULT-VALUE}")
  private String epsilon = "1.0";

  @Option(
      names = "--budget",
      paramLabel = "E",
      description = "What all releases may spend; at the first one alone. Default: 4")
  private @Nullable String budget;

  @Mixin private Reading reading = new Reading();

  public StatisticsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ReportColumns columns =
        columnsName == null ? null : usage(() -> ReportColumns.parse(String.valueOf(columnsName)));
    FigureRequest request = usage(() -> request(columns));
    Integer allowed = budget == null ? null : usage(() -> Epsilon.parse(String.valueOf(budget)));
    Map<Path, Function<Outcome, String>> files = files(columns);
    AuditEvent event =
        AuditEvent.of(
            "statistics", request.id() + ", epsilon " + Epsilon.written(request.epsilon()));
    try (Reading.Opened opened = reading.open(environment, event)) {
      Outcome outcome =
          new ReleaseLedger(
                  opened.workspace().statistics(), environment.clock(), new SecureRandom())
              .release(request, allowed, () -> GroupFigures.count(opened.index(), request));
      Map<Path, String> texts = new LinkedHashMap<>();
      files.forEach((file, text) -> texts.put(file, text.apply(outcome)));
      texts.values().forEach(text -> opened.screen().log(ShownIds.in(text), Sha256.of(text)));
      for (Map.Entry<Path, String> text : texts.entrySet()) {
        write(text.getKey(), text.getValue());
      }
      tell(outcome);
      if (columns != null) {
        tellEmpty(columns.leftEmpty(outcome.release()));
      }
    }
    return Exit.OK.code();
  }

  /** Returns what is written to which file, none of which is there yet. */
  private Map<Path, Function<Outcome, String>> files(@Nullable ReportColumns columns) {
    Map<Path, Function<Outcome, String>> files = new LinkedHashMap<>();
    Path csv = fresh("--out", out, ".csv");
    files.put(csv, outcome -> FigureCsv.of(outcome.release()));
    if (columns == null) {
      files.put(beside(csv, ".md"), FigureSheet::of);
    } else {
      files.put(beside(csv, ".md"), outcome -> FigureSheet.of(outcome, columns));
      files.put(
          beside(csv, "." + columns.name() + ".csv"), outcome -> columns.csv(outcome.release()));
    }
    if (chart != null) {
      files.put(fresh("--chart", chart, ".svg"), outcome -> BarChart.of(outcome.release()));
    }
    return files;
  }

  private Path beside(Path csv, String ending) {
    Path file = csv.resolveSibling(csv.getFileName().toString().replaceAll("\\.csv$", ending));
    requireFresh("--out", file);
    return file;
  }

  private FigureRequest request(@Nullable ReportColumns columns) {
    Quarter now = Quarter.of(environment.clock().instant());
    Set<CountedBy> chosen = EnumSet.noneOf(CountedBy.class);
    tables.forEach(label -> chosen.add(CountedBy.parse(label.strip())));
    return new FigureRequest(
        from == null ? now.plus(-4) : Quarter.parse(from),
        until == null ? now.plus(-1) : Quarter.parse(until),
        chosen.isEmpty() ? (columns == null ? CountedBy.usual() : columns.tables()) : chosen,
        !all,
        perGroup,
        Epsilon.parse(epsilon));
  }

  private static <T> T usage(Supplier<T> values) {
    try {
      return values.get();
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage(String.valueOf(e.getMessage()));
    }
  }

  private Path fresh(String option, String name, String ending) {
    if (!name.endsWith(ending)) {
      throw UserError.ofUsage(
          "%s must be a file that ends with %s, but doesn't".formatted(option, ending));
    }
    Path file = environment.path(name);
    requireFresh(option, file);
    return file;
  }

  private void requireFresh(String option, Path file) {
    if (Files.exists(file)) {
      throw UserError.ofUsage(
          "%s: %s must not exist yet, but does".formatted(option, environment.shown(file)));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(OwnerOnly.file(file), text, StandardOpenOption.WRITE);
  }

  private void tellEmpty(List<String> columns) {
    environment
        .out()
        .println(
            "Left empty, since adverts don't tell it or another table would: "
                + String.join(", ", columns));
  }

  private void tell(Outcome outcome) {
    environment
        .out()
        .printf(
            "Release %s of %s: %d figures written, %s.%n",
            outcome.release().request().id(),
            outcome.release().made(),
            outcome.release().figures().size(),
            outcome.repeated() ? "the same as before" : "which are new");
    environment
        .out()
        .printf(
            "Of the budget of %s, %s is spent.%n",
            Epsilon.written(outcome.budget()), Epsilon.written(outcome.spent()));
  }
}
