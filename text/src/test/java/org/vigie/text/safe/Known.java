package org.vigie.text.safe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.DescriptionLength;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Pace;
import org.vigie.advert.Provenance;
import org.vigie.advert.Reason;
import org.vigie.advert.SlotKind;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;

/** Invented records for tests of what is shown. */
public final class Known {
  public static final Instant TIME = Instant.parse("2026-01-07T09:30:00Z");

  private Known() {}

  /** An advert whose body holds a cursor movement and an address. */
  public static AssessedAdvert advert() {
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", TIME)
            .title("Hotel staff wanted")
            .body(
                "We keep your passport.\nCall +33 6.39.98.00.01\u001B[2J or see http://bad.example.org/x")
            .url("https://jobs.example.org/7")
            .postedAt(TIME)
            .place("Lyon")
            .country("FR")
            .field("organization", "=cmd")
            .mandate("m-1")
            .provenance(new Provenance("a.warc.gz", 42, "sha256:00", TIME))
            .build();
    Span passport = new Span(19, 40);
    return new AssessedAdvert(
        advert,
        "en",
        List.of(new Contact(ContactType.PHONE, "+33639980001", "FR", new Span(47, 64), 1)),
        Entities.none(),
        List.of(
            new Indicator(
                "LX-07",
                "retention of identity documents",
                "control",
                EvidenceGrade.EXPERT,
                true,
                List.of(passport),
                "keeps documents"),
            new Indicator(
                "SX-05",
                "movement wording",
                "movement",
                EvidenceGrade.TESTED_COUNTER_INDICATIVE,
                false,
                List.of(),
                ""),
            new Indicator(
                "SX-01",
                "obscured contact",
                "sexual",
                EvidenceGrade.TESTED_PREDICTIVE,
                true,
                List.of(),
                "")),
        new Assessment(
            "recruitment",
            Outcome.RISK,
            0.934,
            2.6,
            List.of(new Reason("keeps documents", 1.25, List.of(passport))),
            "risk-recruitment-1",
            "1"));
  }

  public static ClusterProfile cluster() {
    return cluster(DescriptionLength.none());
  }

  public static ClusterProfile cluster(DescriptionLength length) {
    return new ClusterProfile(
        "c-0123",
        3,
        TIME,
        TIME.plusSeconds(3600),
        Map.of("phone:+33639980001", 3L),
        Map.of("Lyon", 1L, "Paris", 2L),
        Map.of(),
        Map.of("jobs.example.org", 3L),
        Map.of("job-board", 3L),
        Map.of("en", 3L),
        Map.of("LX-07", 3L),
        List.of(),
        List.of(),
        Map.of("risk-recruitment-1", 3L),
        Pace.none(),
        0.93,
        0.9,
        new Template(
            List.of(
                TemplatePart.constant("We hire in "),
                TemplatePart.slot(SlotKind.PLACE, List.of("", "Lyon", "Par\u202Eis")),
                TemplatePart.constant(" today.\nCall")),
            length));
  }
}
