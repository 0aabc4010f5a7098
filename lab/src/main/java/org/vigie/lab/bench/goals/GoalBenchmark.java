package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vigie.files.failure.Exit;

/**
 * The commands {@code bench quick} and {@code bench all}: measure the goals, write them to the
 * page, and compare the ratios with the baseline.
 */
public final class GoalBenchmark {
  private static final String SET = "--set-baseline";
  private static final Path MODELS = Path.of("models");

  private final Programs programs;
  private final Sizes sizes;
  private final MachineSpeed calibration;
  private final Findings findings = new Findings();

  private GoalBenchmark(Programs programs, Sizes sizes, MachineSpeed calibration) {
    this.programs = programs;
    this.sizes = sizes;
    this.calibration = calibration;
  }

  /**
   * Measures, writes and compares. Ends with {@link Exit#NOT_KEPT} if a ratio got worse.
   *
   * @param args quick or all, an empty folder, the launcher, the folder of data outside the
   *     repository, the page, the baseline; then {@code --set-baseline} to set it to what is
   *     measured
   */
  public static void main(String[] args) throws Exception {
    Sizes sizes = args[0].equals("quick") ? Sizes.quick() : Sizes.all();
    Baseline before = Baseline.read(Path.of(args[5]));
    MachineSpeed calibration = MachineSpeed.measure();
    System.err.printf(Locale.ROOT, "calibration: %.3f times the reference%n", calibration.factor());
    GoalBenchmark benchmark =
        new GoalBenchmark(new Programs(Path.of(args[2]), Path.of(args[1])), sizes, calibration);
    boolean sets = List.of(args).contains(SET);
    benchmark.measure(
        Path.of(args[3]),
        () -> {
          benchmark.write(Path.of(args[4]), args[0]);
          if (sets) {
            Baseline.of(benchmark.findings.ratios()).write(Path.of(args[5]), before);
          }
        });
    end(sets ? List.of() : before.worse(benchmark.findings.ratios()));
  }

  /** What is done after each part, so that a run which is stopped leaves what it found. */
  private interface Keep {
    void keep() throws IOException;
  }

  private void write(Path page, String command) throws IOException {
    List<Goal> goals = findings.goals(new PageGoals(PageFigures.of(page)).goals());
    GoalSection.write(page, command, sizes.rounds(), calibration, goals);
  }

  private static void end(List<String> worse) {
    worse.forEach(System.err::println);
    if (!worse.isEmpty()) {
      System.exit(Exit.NOT_KEPT.code());
    }
  }

  private void measure(Path data, Keep keep) throws Exception {
    FreshStream stream = new FreshStream(programs, calibration, sizes.rounds());
    Texts real = Texts.real(data, sizes.stream());
    Texts one = (real.isEmpty() ? Texts.invented(sizes.stream()) : real).ofMedianLength();
    stream.measureOne(one, findings);
    keep.keep();
    measureWarm(data);
    keep.keep();
    Path workspace = measureMany(stream, real);
    keep.keep();
    new FreshCommands(programs, calibration, sizes.rounds()).measure(workspace, findings);
    keep.keep();
    Waiting waiting = new Waiting(programs, calibration);
    waiting.measureFirstPage(workspace, sizes.rounds(), findings);
    waiting.measureIdle(one, sizes.idleSeconds(), findings);
    keep.keep();
  }

  /** Returns a workspace to search in. */
  private Path measureMany(FreshStream stream, Texts real)
      throws IOException, InterruptedException {
    Path workspace = stream.measureMany(Texts.invented(sizes.stream()), findings);
    if (real.isEmpty()) {
      findings.add(
          Goal.notMeasured("A", "`run` of real adverts ≤ 2.5× loop", "the data isn't there"));
      return workspace;
    }
    return stream.measureMany(real, findings);
  }

  private void measureWarm(Path data) throws Exception {
    WarmAssessment assessment = new WarmAssessment(MODELS, calibration, sizes.rounds());
    Texts real = Texts.real(data, sizes.assessed());
    Texts invented = Texts.invented(sizes.assessed());
    Path folder = Files.createDirectories(programs.fresh("fasttext"));
    assessment.measure(invented, folder, real.isEmpty(), findings);
    if (!real.isEmpty()) {
      assessment.measure(real, folder, true, findings);
    }
    Texts indexed =
        real.isEmpty() ? Texts.invented(sizes.indexed()) : Texts.real(data, sizes.indexed());
    new IndexWriting(programs, sizes.rounds()).measure(MODELS, indexed, findings);
    ClusterCosts groups = new ClusterCosts(MODELS, calibration, sizes.rounds());
    groups.measureChanges(sizes.changed(), findings);
    groups.measurePairing(sizes.clustered(), findings);
  }
}
