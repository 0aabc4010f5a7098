package org.vigie.exchange.evidence;

import java.util.List;
import java.util.TreeMap;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Provenance;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.marking.Tlp;

/** What is known before a package of one advert is written. */
final class Dossiers {
  private Dossiers() {}

  static Dossier.Handover handover() {
    return new Dossier.Handover(
        "Prosecutor, Exampleland", "asked for in writing", "ana", "eva", 1, Tlp.AMBER_STRICT, null);
  }

  /** Of an advert that was found at a place. */
  static Dossier of(Provenance place, WithheldCaptures withheld) {
    return of(Adverts.advert(place), withheld);
  }

  /** Of an advert of which no place is known. */
  static Dossier nowhere(WithheldCaptures withheld) {
    return of(Adverts.advert(null), withheld);
  }

  static Dossier of(AssessedAdvert advert, WithheldCaptures withheld) {
    return new Dossier(
        Adverts.MANDATE,
        handover(),
        List.of(
            new EvidenceItem(
                advert,
                null,
                "c-1",
                List.of(
                    new HumanJudgement(
                        Adverts.NOON,
                        "eva",
                        "advert:a-0123456789abcdef0123",
                        "lead",
                        "bit odd <i>")))),
        List.of(),
        withheld,
        new Dossier.Making("ana", Adverts.NOON, "Vigie test", new TreeMap<>()));
  }
}
