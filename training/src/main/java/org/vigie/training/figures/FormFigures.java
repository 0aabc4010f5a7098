package org.vigie.training.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.training.evaluation.Interval;
import org.vigie.training.evaluation.ScoredSet;
import org.vigie.training.risk.FormEvaluation;
import org.vigie.training.risk.FormExample;
import org.vigie.training.risk.FormMeasured;
import org.vigie.training.risk.LabelledTexts;

/**
 * What the models of forms beside recruitment find again of what a generator planted, in wording
 * they have not seen, and how many ordinary adverts of real sites they call risky.
 */
public final class FormFigures implements FigureSource {
  /** Where the invented adverts of a form come from. */
  @FunctionalInterface
  public interface Examples {
    /** Returns those that the published model of the form was trained on and measured with. */
    List<FormExample> of(String form, Path models) throws IOException;
  }

  private static final FigureTarget PRECISION = FigureTarget.atLeast(0.80);
  private static final FigureTarget BRIER = FigureTarget.atMost(0.15);
  private static final FigureTarget ECE = FigureTarget.atMost(0.10);
  private static final FigureTarget FLAGGED = FigureTarget.atMost(0.02);
  private static final int RESAMPLES = 1_000;

  private static final String IRISH = "classifieds_ie_dev.jsonl.gz";

  private static final String POLISH = "poland_1k.jsonl.gz";

  private static final List<String> ORDINARY = List.of("emscad_dev.jsonl.gz", IRISH, POLISH);

  /** Files in which firms alone publish. */
  private static final List<String> FIRMS = List.of(IRISH, POLISH);

  /** Invented; %s is where the word for a nationality stands. */
  private static final List<String> TEMPLATES =
      List.of(
          "%s escort, massage and company in a private flat. Available day and night, no days off.",
          "Massage by a %s therapist. I work alone and set my own hours. Tel. +44 7700 900124",
          "%s chat operators wanted for an office abroad, flight paid, passport is kept by us.",
          "Parcel company seeks %s drivers with a licence, collective agreement, paid holidays.",
          "Marriage for papers with a %s citizen, all is arranged, debt must be repaid.",
          "%s wedding musician, my own band, plays at your marriage. Tel. +44 7700 900127");

  private final Examples examples;

  private static final String WORK = "work";
  private static final String OTHERS = "outcomes of recruitment";
  private static final String NAMED = "share right where one is named";
  private static final FigureTarget NAMED_RIGHT = FigureTarget.atLeast(0.90);
  private static final String NO_FIRM =
      "share of firms' offers in %s called independent, spam or scam";
  private static final FigureTarget FEW_NO_FIRM = FigureTarget.atMost(0.03);
  private static final String EXCHANGED = "nationality exchanged";
  private static final String MEDIAN = "median change, other forms";
  private static final String P99 = "p99 of change, other forms";
  private static final FigureTarget UNCHANGED = FigureTarget.atMost(0);
  private static final FigureTarget NEARLY_UNCHANGED = FigureTarget.atMost(0.02);

  public FormFigures(Examples examples) {
    this.examples = examples;
  }

  @Override
  public List<Figure> measure(Places places) throws IOException {
    List<Figure> figures = new ArrayList<>();
    SortedMap<String, String> active = Manifest.read(places.models()).active();
    for (String form : Assessment.FORMS) {
      String model = active.get(form);
      if (model != null && FormEvaluation.covers(places.models(), form)) {
        figures.addAll(
            planted(
                form + " model",
                FormEvaluation.of(
                    places.models(), form, model, examples.of(form, places.models()))));
      }
    }
    AdvertAssessor assessor = AdvertAssessor.load(places.models(), places.model());
    for (String file : ORDINARY) {
      figures.add(flagged(places, file, assessor));
    }
    figures.addAll(outcomesOfWork(places, active.get(WORK), assessor));
    figures.addAll(exchanged(assessor));
    return figures;
  }

  /** How well the outcomes of recruitment beside risk are told: on invented and on real offers. */
  private List<Figure> outcomesOfWork(
      Places places, @Nullable String model, AdvertAssessor assessor) throws IOException {
    List<Figure> figures = new ArrayList<>();
    if (model == null) {
      figures.add(Figure.missing(OTHERS, NAMED, NAMED_RIGHT, "no model of work is in use"));
    } else {
      FormMeasured measured =
          FormEvaluation.of(places.models(), WORK, model, examples.of(WORK, places.models()));
      figures.add(
          Figure.measured(
              OTHERS,
              NAMED,
              NAMED_RIGHT,
              measured.accuracy(),
              "planted by a generator, other wording; risk among the outcomes"));
    }
    for (String file : FIRMS) {
      figures.add(notOfFirms(places, file, assessor));
    }
    return figures;
  }

  /** How often offers that firms published are called something that no firm writes. */
  private static Figure notOfFirms(Places places, String file, AdvertAssessor assessor)
      throws IOException {
    String name = NO_FIRM.formatted(file);
    Path path = places.labelled().resolveSibling(file);
    if (!Files.exists(path)) {
      return Figure.missing(OTHERS, name, FEW_NO_FIRM, Places.absent(file));
    }
    List<LabelledTexts.Labelled> offers = LabelledTexts.read(path);
    int named = 0;
    int other = 0;
    for (LabelledTexts.Labelled offer : offers) {
      Outcome outcome = recruitment(offer.text(), assessor);
      named += outcome == Outcome.UNDETERMINED ? 0 : 1;
      other += outcome == Outcome.INDEPENDENT || outcome == Outcome.SPAM_OR_SCAM ? 1 : 0;
    }
    return Figure.measured(
        OTHERS,
        name,
        FEW_NO_FIRM,
        (double) other / offers.size(),
        String.format(
            Locale.ROOT,
            "%d of %d, of which %d were given an outcome",
            other,
            offers.size(),
            named));
  }

  private static Outcome recruitment(String text, AdvertAssessor assessor) {
    Advert advert = Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(text).build();
    return assessor.assess(advert).assessments().stream()
        .filter(a -> a.form().equals(RiskModel.FORM))
        .map(Assessment::outcome)
        .findFirst()
        .orElse(Outcome.UNDETERMINED);
  }

  private static List<Figure> planted(String subject, FormMeasured measured) {
    ScoredSet set = measured.scored();
    String remark =
        String.format(
            Locale.ROOT,
            "planted, other wording; %d adverts, %d risky; 95 %% of resamples: ",
            set.adverts().size(),
            set.risky());
    return List.of(
        figure(subject, "average precision", PRECISION, set, ScoredSet::averagePrecision, remark),
        figure(subject, "Brier score", BRIER, set, ScoredSet::brier, remark),
        figure(subject, "ECE", ECE, set, ScoredSet::calibrationError, remark));
  }

  private static Figure figure(
      String subject,
      String name,
      FigureTarget target,
      ScoredSet set,
      ToDoubleFunction<ScoredSet> figure,
      String remark) {
    Interval interval = Interval.of(set, figure, RESAMPLES, 1);
    return Figure.measured(
        subject,
        name,
        target,
        figure.applyAsDouble(set),
        remark + String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high()));
  }

  private static Figure flagged(Places places, String file, AdvertAssessor assessor)
      throws IOException {
    String subject = "forms beside recruitment";
    String name = "share of ordinary " + file + " called risky";
    Path path = places.labelled().resolveSibling(file);
    if (!Files.exists(path)) {
      return Figure.missing(subject, name, FLAGGED, Places.absent(file));
    }
    int adverts = 0;
    int assessed = 0;
    int called = 0;
    for (LabelledTexts.Labelled labelled : LabelledTexts.read(path)) {
      if (!labelled.risk()) {
        List<Assessment> forms = formsOf(labelled.text(), assessor);
        adverts++;
        assessed += forms.isEmpty() ? 0 : 1;
        called += forms.stream().anyMatch(a -> a.outcome() == Outcome.RISK) ? 1 : 0;
      }
    }
    return Figure.measured(
        subject,
        name,
        FLAGGED,
        (double) called / adverts,
        String.format(
            Locale.ROOT,
            "%d of %d, of which %d were assessed for a form",
            called,
            adverts,
            assessed));
  }

  private static List<Assessment> formsOf(String text, AdvertAssessor assessor) {
    Advert advert = Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(text).build();
    return assessor.assess(advert).assessments().stream()
        .filter(a -> !a.form().equals(RiskModel.FORM))
        .toList();
  }

  /** Returns what the first form says that a text is assessed for; nothing if it is for none. */
  private static Map<Outcome, Double> outcomes(String text, AdvertAssessor assessor) {
    List<Assessment> forms = formsOf(text, assessor);
    return forms.isEmpty() ? Map.of() : forms.getFirst().outcomes();
  }

  private static List<Figure> exchanged(AdvertAssessor assessor) throws IOException {
    NationalityWords words = NationalityWords.load();
    List<Double> changes = new ArrayList<>();
    for (String template : TEMPLATES) {
      Map<Outcome, Double> before =
          outcomes(template.replace("%s", words.all().getFirst()), assessor);
      for (String other : words.all()) {
        Map<Outcome, Double> after = outcomes(template.replace("%s", other), assessor);
        before.forEach((outcome, probability) ->
            changes.add(Math.abs(after.getOrDefault(outcome, 0.0) - probability)));
      }
    }
    if (changes.isEmpty()) {
      String why = "no model of another form than recruitment is in use";
      return List.of(
          Figure.missing(EXCHANGED, MEDIAN, UNCHANGED, why),
          Figure.missing(EXCHANGED, P99, NEARLY_UNCHANGED, why));
    }
    double[] sorted = changes.stream().mapToDouble(c -> c).sorted().toArray();
    String remark =
        Arrays.stream(sorted).filter(c -> c > 0).count()
            + " of "
            + sorted.length
            + " changes above 0";
    return List.of(
        Figure.measured(EXCHANGED, MEDIAN, UNCHANGED, sorted[sorted.length / 2], remark),
        Figure.measured(
            EXCHANGED,
            P99,
            NEARLY_UNCHANGED,
            sorted[(int) Math.ceil(0.99 * sorted.length) - 1],
            remark));
  }
}
