package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.Span;

/** Documents that are to be brought along, which employers have to check. */
class BroughtDocumentsTest {
  private static final String DEMANDED = IndicatorIds.IDENTITY_DOCUMENT_DEMANDED_EARLY;

  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please bring your passport.",
        "Please bring your passport on the first day for the right-to-work check.",
        "Kitchen porter, £12 an hour. Bring your passport or ID card when you start, we look at it"
            + " and you keep it.",
        "Come with your passport to the interview.",
        "Bring a copy of your passport on Monday.",
        "Waiter wanted, contract and paid holidays. You must bring your original documents.",
        "Please bring your passport and proof of address to your first shift.",
        "Apportez votre passeport pour signer le contrat.",
        "Veuillez apporter votre passeport le premier jour.",
        "Munissez-vous de votre passeport pour la signature du contrat.",
        "Serveur à plein temps, CDI. Venez avec votre passeport le lundi.",
        "Bitte bringen Sie Ihren Reisepass am ersten Tag mit.",
        "Reisepass mitbringen, wir prüfen die Arbeitserlaubnis.",
        "Eine Kopie des Ausweises mitbringen.",
        "Por favor, traiga su pasaporte el primer día.",
        "Camarero, contrato indefinido. Trae tu pasaporte para firmar el contrato.",
        "Proszę przynieść paszport pierwszego dnia.",
        "Weź ze sobą paszport na rozmowę.",
        "Vă rugăm să aduceți pașaportul în prima zi.",
        "Veniți cu pașaportul la semnarea contractului.",
        "Принесите паспорт в первый рабочий день.",
        "Возьмите с собой паспорт на собеседование.",
        "Принесіть паспорт у перший робочий день.",
        "Візьміть із собою паспорт на співбесіду.",
        "Porti il passaporto il primo giorno.",
        "Neem je paspoort mee op de eerste dag.",
        "Traga o passaporte no primeiro dia.",
        "أحضر جواز سفرك في اليوم الأول"
      })
  void areNoneDemandedEarly(String text) {
    assertThat(read(text)).extracting(Indicator::id).doesNotContain(DEMANDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Send a copy of your passport before we tell you the address.",
        "Send us a photo of your passport. Bring lunch.",
        "To apply, submit your passport and bring warm clothes.",
        "You have to send your passport before we tell you the address.",
        "Envoyez une copie de votre passeport avant l'entretien.",
        "Schicken Sie eine Kopie Ihres Passes, dann nennen wir die Adresse.",
        "Envíe una foto de su pasaporte para reservar la plaza.",
        "Wyślij zdjęcie paszportu przed rozmową.",
        "Trimiteți o copie după pașaport înainte de interviu.",
        "Пришлите фото паспорта, потом скажем адрес.",
        "Надішліть фото паспорта, потім скажемо адресу."
      })
  void areDemandedEarlyWhereTheyAreSent(String text) {
    assertThat(read(text)).extracting(Indicator::id).contains(DEMANDED);
  }

  /** To whom they are brought matters where they are not given back. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bring your passport to the meeting point; we keep your passport until the season is over.",
        "Apportez votre passeport, nous gardons votre passeport au bureau pendant la saison.",
        "Traiga su pasaporte. El jefe guarda los pasaportes."
      })
  void areDemandedEarlyBesideASignOfControl(String text) {
    assertThat(read(text)).extracting(Indicator::id).contains(DEMANDED);
  }

  @Test
  void areNotShownAmongThePlacesOfWhatIsSent() {
    String text =
        "Send a copy of your passport before the interview. Bring your passport on Monday.";

    List<Span> shown =
        read(text).stream()
            .filter(indicator -> indicator.id().equals(DEMANDED))
            .flatMap(indicator -> indicator.spans().stream())
            .toList();

    assertThat(shown).isNotEmpty().allMatch(span -> span.end() < text.indexOf("Bring"));
  }

  private static List<Indicator> read(String text) {
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", Instant.EPOCH).body(text).build();
    return assessor.assess(advert).indicators();
  }
}
