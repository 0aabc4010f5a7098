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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.statistics.BarChart;
import org.vigie.casework.statistics.CountedBy;
import org.vigie.casework.statistics.CtdcColumns;
import org.vigie.casework.statistics.Epsilon;
import org.vigie.casework.statistics.FigureCsv;
import org.vigie.casework.statistics.FigureRequest;
import org.vigie.casework.statistics.FigureSheet;
import org.vigie.casework.statistics.GroupFigures;
import org.vigie.casework.statistics.Quarter;
import org.vigie.casework.statistics.ReleaseLedger;
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
      paramLabel = "ctdc",
      description =
          "Write FILE.ctdc.csv too, with the columns of CTDC's Global Dataset that adverts can"
              + " fill; without --of, of form, sector and control")
  private @Nullable String columns;

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
      description = "What the release spends: less is more noise. Default: ${DEFAULT-VALUE}")
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
    FigureRequest request = usage(this::request);
    Integer allowed = budget == null ? null : usage(() -> Epsilon.parse(String.valueOf(budget)));
    Path csv = fresh("--out", out, ".csv");
    Path sheet = csv.resolveSibling(ending(csv, ".md"));
    requireFresh("--out", sheet);
    Path drawing = chart == null ? null : fresh("--chart", chart, ".svg");
    Path ctdc = columns == null ? null : csv.resolveSibling(ending(csv, ".ctdc.csv"));
    if (ctdc != null) {
      requireFresh("--out", ctdc);
    }
    AuditEvent event =
        AuditEvent.of(
            "statistics", request.id() + ", epsilon " + Epsilon.written(request.epsilon()));
    try (Reading.Opened opened = reading.open(environment, event)) {
      ReleaseLedger.Outcome outcome =
          new ReleaseLedger(
                  opened.workspace().statistics(), environment.clock(), new SecureRandom())
              .release(request, allowed, () -> GroupFigures.count(opened.index(), request));
      Map<Path, String> files = new LinkedHashMap<>();
      files.put(csv, FigureCsv.of(outcome.release()));
      files.put(sheet, FigureSheet.of(outcome));
      if (ctdc != null) {
        files.put(ctdc, CtdcColumns.of(outcome.release()));
      }
      if (drawing != null) {
        files.put(drawing, BarChart.of(outcome.release()));
      }
      files.values().forEach(text -> opened.screen().log(ShownIds.none(), Sha256.of(text)));
      for (Map.Entry<Path, String> file : files.entrySet()) {
        write(file.getKey(), file.getValue());
      }
      tell(outcome);
      if (ctdc != null) {
        environment
            .out()
            .println(
                "Left empty, since adverts don't tell it or another table would: "
                    + String.join(", ", CtdcColumns.leftEmpty(outcome.release())));
      }
    }
    return Exit.OK.code();
  }

  private static String ending(Path csv, String ending) {
    return csv.getFileName().toString().replaceAll("\\.csv$", ending);
  }

  private FigureRequest request() {
    if (columns != null && !columns.equals("ctdc")) {
      throw new IllegalArgumentException("--columns must be ctdc, but was another word");
    }
    Quarter now = Quarter.of(environment.clock().instant());
    Set<CountedBy> chosen = EnumSet.noneOf(CountedBy.class);
    tables.forEach(label -> chosen.add(CountedBy.parse(label.strip())));
    return new FigureRequest(
        from == null ? now.plus(-4) : Quarter.parse(from),
        until == null ? now.plus(-1) : Quarter.parse(until),
        chosen.isEmpty() ? (columns == null ? CountedBy.usual() : CtdcColumns.TABLES) : chosen,
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

  private void tell(ReleaseLedger.Outcome outcome) {
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
