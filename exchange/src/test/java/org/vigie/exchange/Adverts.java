package org.vigie.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Mandate;
import org.vigie.advert.Outcome;
import org.vigie.advert.Provenance;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.text.finding.ReasonLines;

/** Invented adverts that name one contact of each kind. */
public final class Adverts {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  public static final Mandate MANDATE =
      new Mandate(
          "Unit 7, Example",
          "Art. 8, Directive (EU) 2016/680",
          "detection",
          "C-1",
          "A. Judge",
          NOON.plusSeconds(86_400));

  private static final String TITLE = "Waiters wanted <b>";

  private static final String BODY =
      "Passport is kept by the boss.\nCall +33639980001 or see https://example.org/jobs?id=1&x=<y>";

  private static final String IN_PICTURE =
      Advert.PICTURE_MARK + " Papers stay with us\nWrite to +33639980002";

  private Adverts() {}

  /** Returns an advert with a sign, contacts and an assessment. */
  public static AssessedAdvert advert(@Nullable Provenance provenance) {
    return advert(provenance, "control");
  }

  /** Returns an advert whose sign says that a person may be a minor. */
  public static AssessedAdvert minorRisk() {
    return advert(null, Indicator.MINOR_RISK);
  }

  /** Returns an advert in whose picture a program read a contact and a sign. */
  public static AssessedAdvert withPicture() {
    return advert(
        null,
        "control",
        Map.of(
            "salary", "1500", Advert.PICTURES, IN_PICTURE, Advert.PICTURE_HASHES, "ab".repeat(32)));
  }

  /** Returns an advert in a language whose text goes on. */
  public static AssessedAdvert inLanguage(String language, String more) {
    return changed(advert(null).advert().id(), language, more);
  }

  /** Returns an advert of another id that says the same. */
  public static AssessedAdvert another(String id) {
    return changed(id, "en", "");
  }

  private static AssessedAdvert changed(String id, String language, String more) {
    AssessedAdvert all = advert(null);
    Advert advert = all.advert();
    return new AssessedAdvert(
        new Advert(
            id,
            advert.sourceId(),
            advert.channel(),
            advert.site(),
            advert.url(),
            advert.postedAt(),
            advert.seenAt(),
            advert.title(),
            advert.body() + more,
            language,
            advert.country(),
            advert.place(),
            advert.fields(),
            advert.mandate(),
            advert.provenance()),
        language,
        all.contacts(),
        all.entities(),
        all.indicators(),
        all.assessments());
  }

  private static AssessedAdvert advert(@Nullable Provenance provenance, String category) {
    return advert(provenance, category, Map.of("salary", "1500"));
  }

  private static AssessedAdvert advert(
      @Nullable Provenance provenance, String category, Map<String, String> fields) {
    Advert advert =
        new Advert(
            "a-0123456789abcdef0123",
            "job-7",
            Channel.values()[0],
            "example.org",
            "https://example.org/jobs/7",
            NOON.minusSeconds(3600),
            NOON,
            TITLE,
            BODY,
            "en",
            "FR",
            "Lyon",
            fields,
            MANDATE.id(),
            provenance);
    String text = advert.text();
    List<Span> signs = new ArrayList<>(List.of(span(text, "Passport is kept")));
    List<Contact> read = new ArrayList<>();
    if (!advert.pictureText().isEmpty()) {
      signs.add(span(text, "Papers stay"));
      read.add(new Contact(ContactType.PHONE, "+33639980002", "FR", span(text, "+33639980002"), 0));
    }
    read.addAll(
        List.of(
            new Contact(ContactType.PHONE, "+33639980001", "FR", span(text, "+33639980001"), 0),
            new Contact(ContactType.URL, "https://example.org/jobs", "", span(text, "example"), 0),
            Contact.declared(ContactType.EMAIL, "boss@example.org"),
            Contact.declared(ContactType.HANDLE, "telegram:example_name"),
            Contact.declared(ContactType.IBAN, "GB33BUKB20201555555555"),
            Contact.declared(ContactType.WALLET, "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
            Contact.declared(ContactType.ACCOUNT, "example.org boss"),
            Contact.declared(ContactType.PICTURE, "sha256:" + "ab".repeat(32))));
    return new AssessedAdvert(
        advert,
        "en",
        read,
        Entities.none(),
        List.of(
            new Indicator(
                "RC-07",
                "identity document kept",
                category,
                EvidenceGrade.parse("T+"),
                true,
                signs,
                "")),
        new Assessment(
            "recruitment",
            Outcome.RISK,
            0.75,
            1.1,
            List.of(ReasonLines.reason(Reason.sign("RC-07"), 1.5, List.of())),
            "risk-recruitment-1",
            "taxonomy-1"));
  }

  private static Span span(String text, String word) {
    int at = text.indexOf(word);
    return new Span(at, at + word.length());
  }
}
