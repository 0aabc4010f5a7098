package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Provenance;
import org.vigie.advert.Reason;
import org.vigie.advert.SeenTimes;
import org.vigie.advert.Sighting;
import org.vigie.classifier.ClusterPlace;
import org.vigie.classifier.entity.PhoneType;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.finding.KindLines;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** One advert with all that is known of it as lines: facts apart from the machine's view. */
public final class AdvertView {
  /** What the reasons leave of a model's log-odds. */
  public static final Finding REST = Finding.of("feature-rest");

  private static final int MAX_QUOTES = 5;

  private final Style style;
  private final Function<Assessment, String> meaning;

  public AdvertView(Style style) {
    this(style, assessment -> "");
  }

  /**
   * @param meaning what a risk comes to at the channel's base rate, or empty
   */
  public AdvertView(Style style, Function<Assessment, String> meaning) {
    this.style = style;
    this.meaning = meaning;
  }

  /** Returns an advert as lines, of which no other version is known. */
  public List<String> lines(
      AssessedAdvert assessed, Optional<Sighting> sighting, String clusterId) {
    return lines(assessed, sighting, Map.of(), clusterId, List.of());
  }

  /**
   * Returns an advert as lines.
   *
   * @param versions id → advert, of those that it was edited from or into
   * @param clusterId its cluster, or empty if it is alone
   * @param places those that its cluster tells
   */
  public List<String> lines(
      AssessedAdvert assessed,
      Optional<Sighting> sighting,
      Map<String, Advert> versions,
      String clusterId,
      List<ClusterPlace> places) {
    List<String> lines = new ArrayList<>();
    facts(lines, assessed.advert(), sighting, versions);
    lines.add("");
    lines.add(style.heading("MACHINE ASSESSMENT (evidence to check, not a verdict)"));
    added(lines, assessed.advert());
    contacts(lines, assessed);
    EntityLines.of(assessed, places)
        .forEach(entity -> lines.add(row(entity.getKey(), entity.getValue())));
    indicators(lines, assessed);
    assessment(lines, assessed);
    lines.add(row("cluster", clusterId.isEmpty() ? "none: no other advert is like it" : clusterId));
    return lines;
  }

  private void facts(
      List<String> lines,
      Advert advert,
      Optional<Sighting> sighting,
      Map<String, Advert> versions) {
    lines.add(style.heading("FACT (as its site declared it)"));
    lines.add(row("advert", advert.id()));
    fact(lines, "source id", advert.sourceId());
    lines.add(row("channel", advert.channel().label()));
    fact(lines, "site", advert.site());
    fact(lines, "url", advert.url());
    lines.add(
        row("posted", advert.postedAt() == null ? "not said" : Words.minute(advert.postedAt())));
    lines.add(row("seen", seen(advert, sighting)));
    sighting.ifPresent(seen ->
        new ChangeLines(versions)
            .of(advert, seen.changes())
            .forEach(change -> lines.add(row(change.getKey(), change.getValue()))));
    fact(lines, "place", advert.place());
    fact(lines, "country", advert.country());
    fact(lines, "language", advert.language());
    advert.declared().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> fact(lines, SafeText.line(field.getKey()), field.getValue()));
    lines.add(row("mandate", advert.mandate()));
    Provenance provenance = advert.provenance();
    if (provenance != null) {
      fact(
          lines,
          "kept in",
          "%s at %d %s"
              .formatted(
                  provenance.container(), provenance.position(), provenance.payloadDigest()));
    }
    lines.add("");
    fact(lines, "title", advert.title());
    SafeText.block(Defanged.text(advert.body())).lines().forEach(line -> lines.add("  " + line));
  }

  private static String seen(Advert advert, Optional<Sighting> sighting) {
    SeenTimes seen = SeenTimes.of(advert, sighting.orElse(null));
    String first = Words.minute(seen.first());
    if (sighting.isEmpty()) {
      return first;
    }
    String from = seen.isExact() ? "first " + first : "first " + first + " or before";
    return "%s, %s, last %s, at %s"
        .formatted(
            Words.count(seen.times(), "time", "times"),
            from,
            Words.minute(seen.last()),
            Words.count(sighting.get().urls().size(), "address", "addresses"));
  }

  private static void added(List<String> lines, Advert advert) {
    advert
        .added()
        .forEach((name, value) ->
            lines.add(
                row(
                    "added",
                    SafeText.line(
                        "%s = %s (by plug-in %s)"
                            .formatted(name, Defanged.text(value), advert.addedBy(name))))));
  }

  private static void contacts(List<String> lines, AssessedAdvert assessed) {
    for (Contact contact : assessed.contacts()) {
      String value =
          contact.type() == ContactType.URL ? Defanged.text(contact.value()) : contact.value();
      lines.add(
          row(
              contact.type().label(),
              "%s%s  from %s"
                  .formatted(
                      SafeText.line(value),
                      aboutNumber(contact),
                      origin(contact, assessed.advert()))));
    }
  }

  /** Returns a phone's country and type in brackets, as far as they are known. */
  private static String aboutNumber(Contact contact) {
    if (contact.type() != ContactType.PHONE) {
      return "";
    }
    PhoneType type = PhoneType.of(contact.value());
    String known =
        Stream.of(contact.country(), type == PhoneType.UNKNOWN ? "" : type.label())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "" : " (" + known + ")";
  }

  private static String origin(Contact contact, Advert advert) {
    if (!contact.standsInText()) {
      return "what its site declares";
    }
    return "%s%s, %s"
        .formatted(
            advert.isInPicture(contact.span()) ? "a picture, " : "",
            Marked.quotes(advert.text(), List.of(contact.span()), 1),
            contact.disguise() == 0
                ? "written plainly"
                : "disguised: " + Words.count(contact.disguise(), "step", "steps") + " undone");
  }

  private static void indicators(List<String> lines, AssessedAdvert assessed) {
    for (Indicator indicator : assessed.indicators()) {
      lines.add(row("indicator", IndicatorText.of(indicator)));
      if (!indicator.spans().isEmpty()) {
        lines.add(row("", Marked.quotes(assessed.advert().text(), indicator.spans(), MAX_QUOTES)));
      }
    }
  }

  private void assessment(List<String> lines, AssessedAdvert assessed) {
    lines.add(row("language", assessed.language()));
    said(lines, "kind", KindLines.kind(assessed));
    said(lines, "writer", KindLines.writer(assessed));
    assessed.assessments().forEach(each -> assessment(lines, assessed, each));
    List<String> others = assessed.notAssessedFor();
    if (!assessed.hasAssessment()) {
      lines.add(row("risk", NotAssessed.english(assessed)));
    } else if (!others.isEmpty()) {
      lines.add(row("not assessed", "for " + String.join(", ", others)));
    }
  }

  private static void said(List<String> lines, String name, Finding finding) {
    if (!finding.isEmpty()) {
      lines.add(row(name, FindingWords.english().say(finding)));
    }
  }

  private void assessment(List<String> lines, AssessedAdvert assessed, Assessment assessment) {
    String outcome =
        assessment.outcome() == Outcome.UNDETERMINED
            ? assessment.outcome().label()
            : "looks most like " + assessment.outcome().label();
    lines.add(
        row(
            "risk",
            "%s of %s; %s (model %s, taxonomy %s)"
                .formatted(
                    Words.risk(assessment.riskProbability()),
                    assessment.form(),
                    outcome,
                    assessment.model(),
                    assessment.taxonomy())));
    String there = meaning.apply(assessment);
    if (!there.isEmpty()) {
      lines.add(row("", there));
    }
    if (!assessment.outcomes().isEmpty()) {
      lines.add(row("", Words.outcomes(assessment.outcomes())));
    }
    for (Reason reason : assessment.reasons()) {
      String quotes = Marked.quotes(assessed.advert().text(), reason.spans(), 2);
      lines.add(
          contribution(
              reason.contribution(),
              SafeText.line(reason.feature()) + (quotes.isEmpty() ? "" : "  from " + quotes)));
    }
    lines.add(contribution(assessment.rest(), FindingWords.english().say(REST)));
    lines.add(contribution(assessment.rawScore(), "in all: the log-odds before calibration"));
  }

  private static String contribution(double logOdds, String what) {
    return row("", String.format(Locale.ROOT, "%+.2f  %s", logOdds, what));
  }

  private static void fact(List<String> lines, String name, String value) {
    if (!value.isBlank()) {
      lines.add(row(name, SafeText.line(Defanged.text(value.strip()))));
    }
  }

  private static String row(String name, String value) {
    return "  %-12s %s".formatted(name, value).stripTrailing();
  }
}
