package org.vigie.web.pages.advert;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Provenance;
import org.vigie.advert.Sighting;
import org.vigie.advert.Span;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.classifier.ClusterPlace;
import org.vigie.classifier.entity.PhoneType;
import org.vigie.text.finding.KindLines;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;
import org.vigie.web.offer.Helpline;
import org.vigie.web.pages.group.ContactDetails;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Piece;

/**
 * Everything known of one advert as its page shows it, facts apart from what the machine made of
 * them.
 *
 * @param id the advert's id
 * @param evidence its title and text
 * @param facts what its site declared, name → value
 * @param sightings when and where it was met
 * @param contacts contacts found in it
 * @param indicators warning signs found in it
 * @param assessed what the machine holds of it
 * @param cluster its cluster
 */
public record AdvertDetails(
    String id,
    Evidence evidence,
    Map<String, String> facts,
    List<Moment> sightings,
    List<FoundContact> contacts,
    List<FoundIndicator> indicators,
    Assessed assessed,
    Cluster cluster) {
  /**
   * The text of an advert.
   *
   * @param text its title and text in pieces
   * @param language ISO 639-1 code found in it
   */
  public record Evidence(List<Piece> text, String language) {}

  /**
   * What the machine holds of an advert.
   *
   * @param verdicts what the model of each form says that it was assessed for, highest risk first
   * @param notFor names of the forms that it was not assessed for, where it was for others
   * @param unread why it was assessed for none, or empty
   * @param kind what kind of text it is
   */
  public record Assessed(List<Verdict> verdicts, List<String> notFor, Worded unread, Kind kind) {}

  /**
   * What kind of text an advert is.
   *
   * @param said the kind, or empty
   * @param writer how to treat whoever wrote it, who may be a victim; or empty
   * @param helplines whom to ask about such a writer
   */
  public record Kind(Worded said, Worded writer, List<Helpline> helplines) {
    static Kind of(AssessedAdvert assessed, List<Helpline> helplines) {
      Worded writer = Worded.said(KindLines.writer(assessed));
      String country = assessed.advert().country();
      return new Kind(
          Worded.said(KindLines.kind(assessed)),
          writer,
          writer.isEmpty()
              ? List.of()
              : helplines.stream()
                  .filter(line -> line.answersIn(country))
                  .sorted(Comparator.comparing(line -> !line.country().equals(country)))
                  .toList());
    }
  }

  /**
   * The cluster of an advert.
   *
   * @param id its name, or empty if the advert is in none
   * @param size adverts in it
   * @param places what it tells of towns that the advert's own text alone would mean otherwise
   */
  public record Cluster(String id, long size, List<Worded> places) {
    static Cluster of(Optional<ClusterProfile> cluster, List<ClusterPlace> places) {
      return new Cluster(
          cluster.map(ClusterProfile::id).orElse(""),
          cluster.map(ClusterProfile::size).orElse(1L),
          places.stream()
              .filter(ClusterPlace::isOther)
              .map(place -> Worded.said(place.why()))
              .distinct()
              .toList());
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
   * Gathers what a page shows.
   *
   * @param versions id → advert, of those that it was edited from or into, as far as they are known
   * @param rates what a risk comes to where risk is rarer
   * @param rate of its channel
   * @param helplines all that are known
   */
  static AdvertDetails of(
      AssessedAdvert assessed,
      AtBaseRate rates,
      BaseRate rate,
      List<Helpline> helplines,
      Optional<Sighting> sighting,
      Map<String, Advert> versions,
      Cluster cluster) {
    Advert advert = assessed.advert();
    return new AdvertDetails(
        advert.id(),
        new Evidence(pieces(assessed), assessed.language()),
        facts(advert),
        sighting.map(seen -> Moment.all(seen, advert, versions)).orElse(List.of()),
        assessed.contacts().stream().map(contact -> contact(contact, advert)).toList(),
        assessed.indicators().stream().map(found -> FoundIndicator.of(found, assessed)).toList(),
        new Assessed(
            assessed.assessments().stream()
                .map(made -> Verdict.of(made, meaning(rates, made, rate)))
                .toList(),
            assessed.hasAssessment() ? assessed.notAssessedFor() : List.of(),
            Worded.said(NotAssessed.of(assessed)),
            Kind.of(assessed, helplines)),
        cluster);
  }

  private static Worded meaning(AtBaseRate rates, Assessment made, BaseRate rate) {
    return Worded.said(rates.found(made.riskProbability(), made.model(), rate));
  }

  private static List<Piece> pieces(AssessedAdvert assessed) {
    EvidenceText text = new EvidenceText(assessed.advert().text());
    for (Contact contact : assessed.contacts()) {
      if (contact.standsInText()) {
        text.mark(
            contact.span(),
            "contact",
            Finding.of("contact-of-kind")
                .with("kind", contact.type().label())
                .with("contact", shown(contact)));
      }
    }
    for (Indicator indicator : assessed.indicators()) {
      Finding note = Finding.of("sign-graded").with(indicator);
      for (Span span : indicator.spans()) {
        text.mark(span, "indicator", note);
        text.mark(span, "indicator", undisguised(assessed.advert().text(), span));
      }
    }
    return text.pieces();
  }

  /** Returns how a stretch reads once its disguise is undone; none if it wears none. */
  private static Finding undisguised(String text, Span span) {
    int end = Math.min(span.end(), text.length());
    return Undisguised.find(text.substring(Math.min(span.start(), end), end))
        .map(meant ->
            Finding.of("without-disguise").with("meant", SafeText.line(Defanged.text(meant))))
        .orElse(Finding.NONE);
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

  static String quote(Advert advert, Span span) {
    String text = advert.text();
    int end = Math.min(span.end(), text.length());
    return SafeText.line(Defanged.text(text.substring(Math.min(span.start(), end), end)));
  }
}
