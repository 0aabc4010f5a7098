package org.vigie.web.pages.advert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Indicator;
import org.vigie.advert.Observation;
import org.vigie.advert.Provenance;
import org.vigie.advert.Reason;
import org.vigie.advert.Sighting;
import org.vigie.advert.Span;
import org.vigie.casework.render.AdvertView;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.classifier.entity.PhoneType;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.group.ContactDetails;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;

/**
 * Everything known of one advert as its page shows it, facts apart from what the machine made of
 * them.
 *
 * @param id the advert's id
 * @param text its title and text in pieces
 * @param language ISO 639-1 code found in its text
 * @param facts what its site declared, name → value
 * @param sightings when and where it was met
 * @param contacts contacts found in it
 * @param indicators warning signs found in it
 * @param verdicts what the model of each form says that it was assessed for, highest risk first
 * @param notAssessed names of the forms that it was not assessed for
 * @param clusterId its cluster, or empty
 * @param clusterSize adverts in its cluster
 */
public record AdvertDetails(
    String id,
    List<Piece> text,
    String language,
    Map<String, String> facts,
    List<Moment> sightings,
    List<FoundContact> contacts,
    List<FoundIndicator> indicators,
    List<Verdict> verdicts,
    List<String> notAssessed,
    String clusterId,
    long clusterSize) {
  private static final int MOST_SIGHTINGS = 50;

  /**
   * What the model of one form says.
   *
   * @param form name of the form of exploitation
   * @param risk probability with two decimals
   * @param meaning what it comes to at the channel's base rate, or empty
   * @param outcome name of what it looks like
   * @param outcomes probability of each outcome, in words; empty if the model tells risk alone
   * @param model name of the model and version of the taxonomy
   * @param reasons what the probability is made of; they add up to the total
   * @param total log-odds before calibration, with a sign and two decimals
   */
  public record Verdict(
      String form,
      String risk,
      String meaning,
      String outcome,
      String outcomes,
      String model,
      List<Contribution> reasons,
      String total) {
    static Verdict of(Assessment assessment, String meaning) {
      return new Verdict(
          assessment.form(),
          Words.risk(assessment.riskProbability()),
          meaning,
          assessment.outcome().label(),
          Words.outcomes(assessment.outcomes()),
          assessment.model() + ", " + assessment.taxonomy(),
          contributions(assessment),
          String.format(Locale.ROOT, "%+.2f", assessment.rawScore()));
    }
  }

  /**
   * One moment at which something was seen of it.
   *
   * @param at minute in UTC
   * @param what name of a phrase
   * @param detail what in particular, or empty
   * @param path of the page of the other version, or empty
   * @param words the words in which the two versions differ
   */
  public record Moment(
      String at, String what, String detail, String path, List<ChangedWords> words) {
    static Moment of(Instant at, String what, String detail) {
      return new Moment(Words.minute(at), what, detail, "", List.of());
    }
  }

  /**
   * A contact.
   *
   * @param type its kind
   * @param value normal form, made unclickable
   * @param country ISO 3166-1 alpha-2 code, or empty
   * @param line the type of a phone's line, with hyphens, or empty
   * @param written as it stands in the text, or empty if its site declares it
   * @param disguise steps that had to be undone to read it
   * @param path of its page, or of the search for all adverts with it
   */
  public record FoundContact(
      String type,
      String value,
      String country,
      String line,
      String written,
      int disguise,
      String path) {}

  /**
   * An indicator.
   *
   * @param grade evidence grade, such as {@code A}
   * @param scored whether it adds to the risk
   * @param quotes the stretches of the text it was found in
   * @param weights what it adds to the log-odds of each form of exploitation
   */
  public record FoundIndicator(
      String id,
      String name,
      String category,
      String grade,
      boolean scored,
      String detail,
      List<String> quotes,
      List<Weight> weights,
      String path) {}

  /**
   * What an indicator adds to the log-odds of one form.
   *
   * @param form name of the form of exploitation
   * @param amount with its sign and two decimals
   */
  public record Weight(String form, String amount) {}

  /**
   * A part of the model's log-odds.
   *
   * @param sign {@code +} or {@code -}
   * @param size with two decimals
   * @param percent share of the largest contribution, for a bar
   */
  public record Contribution(String feature, String sign, String size, int percent) {}

  /**
   * Gathers what a page shows.
   *
   * @param versions id → advert, of those that it was edited from or into, as far as they are known
   * @param rates what a risk comes to where risk is rarer
   * @param rate of its channel
   */
  static AdvertDetails of(
      AssessedAdvert assessed,
      AtBaseRate rates,
      BaseRate rate,
      Optional<Sighting> sighting,
      Map<String, Advert> versions,
      Optional<ClusterProfile> cluster) {
    Advert advert = assessed.advert();
    return new AdvertDetails(
        advert.id(),
        pieces(assessed),
        assessed.language(),
        facts(advert),
        sighting.map(seen -> moments(seen, advert, versions)).orElse(List.of()),
        assessed.contacts().stream().map(contact -> contact(contact, advert)).toList(),
        assessed.indicators().stream().map(found -> indicator(found, assessed)).toList(),
        assessed.assessments().stream()
            .map(made -> Verdict.of(made, rates.of(made.riskProbability(), made.model(), rate)))
            .toList(),
        assessed.notAssessedFor(),
        cluster.map(ClusterProfile::id).orElse(""),
        cluster.map(ClusterProfile::size).orElse(1L));
  }

  private static List<Piece> pieces(AssessedAdvert assessed) {
    EvidenceText text = new EvidenceText(assessed.advert().text());
    for (Contact contact : assessed.contacts()) {
      if (contact.standsInText()) {
        text.mark(contact.span(), "contact", contact.type().label() + " " + shown(contact));
      }
    }
    for (Indicator indicator : assessed.indicators()) {
      String note =
          "%s %s (%s)".formatted(indicator.id(), indicator.name(), indicator.grade().symbol());
      for (Span span : indicator.spans()) {
        text.mark(span, "indicator", note);
        text.mark(span, "indicator", undisguised(assessed.advert().text(), span));
      }
    }
    return text.pieces();
  }

  /** Returns how a stretch reads once its disguise is undone; empty if it wears none. */
  private static String undisguised(String text, Span span) {
    int end = Math.min(span.end(), text.length());
    return Undisguised.find(text.substring(Math.min(span.start(), end), end))
        .map(meant -> "without its disguise «" + SafeText.line(Defanged.text(meant)) + "»")
        .orElse("");
  }

  private static Map<String, String> facts(Advert advert) {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "site", advert.site());
    put(facts, "channel", advert.channel().label());
    put(facts, "url", advert.url());
    put(facts, "source-id", advert.sourceId());
    put(facts, "posted", advert.postedAt() == null ? "" : Words.minute(advert.postedAt()));
    put(facts, "seen", Words.minute(advert.seenAt()));
    put(facts, "place", advert.place());
    put(facts, "country", advert.country());
    put(facts, "language", advert.language());
    new TreeMap<>(advert.declared()).forEach((name, value) -> put(facts, name, value));
    put(facts, "mandate", advert.mandate());
    Provenance kept = advert.provenance();
    if (kept != null) {
      put(facts, "kept-in", "%s : %d".formatted(kept.container(), kept.position()));
      put(facts, "digest", kept.payloadDigest());
      put(facts, "captured", Words.minute(kept.capturedAt()));
    }
    return facts;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (!value.isBlank()) {
      facts.put(SafeText.line(name), SafeText.line(Defanged.text(value.strip())));
    }
  }

  private static List<Moment> moments(
      Sighting sighting, Advert advert, Map<String, Advert> versions) {
    List<Moment> moments = new ArrayList<>();
    moments.add(Moment.of(sighting.firstSeen(), "first-seen", ""));
    sighting.changes().stream()
        .limit(MOST_SIGHTINGS)
        .forEach(change -> moments.add(moment(change, advert, versions.get(change.detail()))));
    moments.add(Moment.of(sighting.lastSeen(), "last-seen", Words.number(sighting.times())));
    return moments;
  }

  private static Moment moment(Observation change, Advert advert, @Nullable Advert other) {
    String what = change.kind().label();
    if (other == null) {
      return Moment.of(change.at(), what, SafeText.line(Defanged.text(change.detail())));
    }
    boolean isLater = change.kind() == Observation.Kind.EDITED_INTO;
    return new Moment(
        Words.minute(change.at()),
        what,
        other.id(),
        Paths.advert(other.id()),
        isLater ? ChangedWords.between(advert, other) : ChangedWords.between(other, advert));
  }

  private static FoundContact contact(Contact contact, Advert advert) {
    return new FoundContact(
        contact.type().label(),
        shown(contact),
        contact.country(),
        contact.type() == ContactType.PHONE
            ? PhoneType.of(contact.value()).label().replace(' ', '-')
            : "",
        contact.standsInText() ? quote(advert, contact.span()) : "",
        contact.disguise(),
        ContactDetails.path(contact.key()));
  }

  private static String shown(Contact contact) {
    return SafeText.line(Defanged.text(contact.value()));
  }

  private static FoundIndicator indicator(Indicator indicator, AssessedAdvert assessed) {
    return new FoundIndicator(
        indicator.id(),
        indicator.name(),
        indicator.category(),
        indicator.grade().symbol(),
        indicator.scored(),
        SafeText.line(indicator.detail()),
        indicator.spans().stream().map(span -> quote(assessed.advert(), span)).distinct().toList(),
        weights(indicator, assessed.assessments()),
        Paths.field("indicator", indicator.id()));
  }

  /** A model names the features of indicators by their ids. */
  private static List<Weight> weights(Indicator indicator, List<Assessment> assessments) {
    String feature = "indicator " + indicator.id();
    List<Weight> weights = new ArrayList<>();
    for (Assessment assessment : assessments) {
      assessment.reasons().stream()
          .filter(reason -> reason.feature().equals(feature))
          .forEach(reason -> weights.add(new Weight(assessment.form(), signed(reason))));
    }
    return weights;
  }

  private static String signed(Reason reason) {
    return (reason.contribution() < 0 ? "-" : "+")
        + Words.probability(Math.abs(reason.contribution()));
  }

  private static String quote(Advert advert, Span span) {
    String text = advert.text();
    int end = Math.min(span.end(), text.length());
    return SafeText.line(Defanged.text(text.substring(Math.min(span.start(), end), end)));
  }

  private static List<Contribution> contributions(Assessment assessment) {
    List<Reason> reasons = new ArrayList<>(assessment.reasons());
    reasons.add(new Reason(AdvertView.REST, assessment.rest(), List.of()));
    double largest =
        reasons.stream().mapToDouble(reason -> Math.abs(reason.contribution())).max().orElse(0);
    return reasons.stream()
        .map(reason ->
            new Contribution(
                SafeText.line(reason.feature()),
                reason.contribution() < 0 ? "-" : "+",
                Words.probability(Math.abs(reason.contribution())),
                (int) Math.round(100 * Math.abs(reason.contribution()) / Math.max(1e-9, largest))))
        .toList();
  }
}
