package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;

/** Ordinary offers of work have an outcome also where the model of words is silent. */
class PlainOfferTest {
  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zatrudnię kierowcę kategorii C do pracy w transporcie krajowym. Umowa o pracę, wynagrodzenie"
            + " 6500 zł brutto, wolne weekendy. CV proszę wysyłać na adres praca@example.org.",
        "Boulangerie cherche vendeuse ou vendeur à temps partiel, du mardi au samedi matin. Contrat à"
            + " durée indéterminée, salaire selon convention. Débutants acceptés, formation assurée.",
        "Требуется повар в столовую завода, график пять через два с восьми до пяти, оформление по"
            + " трудовому договору, зарплата два раза в месяц без задержек, питание бесплатно.",
        "Wir suchen ab sofort eine Pflegefachkraft in Teilzeit für unser Seniorenheim. Bezahlung nach"
            + " Tarif, dreißig Tage Urlaub, geregelte Dienste. Bewerbung an pflege@example.org."
      })
  void areThoseOfABusinessWhereNoSignIsSaid(String text) {
    Assessment told = recruitment(text);

    assertThat(told.outcome()).as(text).isEqualTo(Outcome.BUSINESS);
    assertThat(told.riskProbability()).isLessThan(0.3);
    assertThat(told.reasons())
        .extracting(Reason::finding)
        .anyMatch(finding -> finding.code().equals("offer-without-sign"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A sign is said.
        "Zatrudnię kierowcę kategorii C do pracy w transporcie. Paszport zostaje u szefa aż odpracujesz"
            + " dług za podróż, wynagrodzenie 6500 zł, wolne weekendy.",
        // Too short to tell.
        "Zatrudnię kierowcę, dobra praca.",
        // No offer.
        "Pracowałem w tej firmie trzy miesiące, praca była ciężka, a szef nie miał nigdy czasu dla"
            + " pracowników i nikt nas nie słuchał."
      })
  void areUndeterminedOtherwise(String text) {
    assertThat(recruitment(text).outcome()).as(text).isNotEqualTo(Outcome.BUSINESS);
  }

  @Test
  void thatAreNotAboutWorkAreUndetermined() {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "board.example.org", Instant.EPOCH)
            .body(
                "Sprzedam rower górski w dobrym stanie, koła 26 cali, hamulce tarczowe, kolor"
                    + " niebieski, odbiór osobisty w Krakowie, cena 400 zł do negocjacji.")
            .language("pl")
            .build();

    assertThat(assessor.assess(advert).assessment().outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  private static Assessment recruitment(String text) {
    Advert advert = Advert.builder(Channel.MESSAGING, "t.me", Instant.EPOCH).body(text).build();
    return assessor.assess(advert).assessments().stream()
        .filter(one -> one.form().equals("recruitment"))
        .findFirst()
        .orElseThrow();
  }
}
