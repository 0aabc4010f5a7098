package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.Readme;
import org.vigie.classifier.AdvertAssessor;

/** Fees that an offer asks of a worker, and those that it does not. */
class OfferFeesTest {
  private static OfferReader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = new OfferReader(AdvertAssessor.load(Readme.project().resolve("models")).indicators());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pay a fee of 500 euro before you travel",
        "Waiter in Dubai. Pay a fee of 500 euro before you travel. Good salary and housing.",
        "A registration fee of 300 is paid in advance.",
        "You pay 200 for the visa before departure.",
        "Candidates pay 400 euros for papers before they leave.",
        "Pague una tasa de 500 euros antes de viajar.",
        "Debe pagar 200 euros por el visado antes de salir.",
        "Pague uma taxa de 500 euros antes de viajar.",
        "Paga una tassa di 500 euro prima di partire.",
        "Payez des frais de 500 euros avant de partir.",
        "Zahlen Sie eine Gebühr von 500 Euro, bevor Sie reisen.",
        "Betaal 500 euro kosten voor vertrek.",
        "Płacisz 200 euro za wizę przed wyjazdem.",
        "Taxa de înregistrare de 300 de lei se plătește în avans.",
        "Вы платите 200 евро за визу до выезда.",
        "Ви платите 200 євро за візу до виїзду.",
        "We pay your visa fee first and deduct it from your wages.",
        "Contact our agent to pay the visa fee of 500 euro before you travel.",
        "Call the agency and pay the registration fee of 300 euro.",
        "Meet us and pay a deposit of 200 euro.",
        "Contacte a la agencia para pagar la tasa del visado de 300 euros.",
        "We pay you after you pay the visa fee of 500 euro.",
        "Seyahatten önce 500 euro ücret ödeyin."
      })
  void areWarnedOfWhereTheWorkerPays(String text) {
    assertThat(reader.read(text).lookOut()).containsKey(OfferTopic.FEE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No fee. We never ask for a fee.",
        "There is no fee to pay before you travel.",
        "We never ask for a fee before you start.",
        "The employer pays the fee.",
        "The employer pays the fee of 300 euros for your visa.",
        "The employer pays the visa fee before you travel.",
        "The company will pay all recruitment fees.",
        "We will pay all visa fees before departure.",
        "Nous payons les frais de visa avant le départ.",
        "L'employeur paie les frais de visa.",
        "Der Arbeitgeber zahlt die Visagebühr vor der Anreise.",
        "El empleador paga la tasa del visado antes del viaje.",
        "No hay que pagar ninguna tasa antes de viajar.",
        "Il datore di lavoro paga la tassa per il visto prima della partenza.",
        "O empregador paga a taxa do visto antes da viagem.",
        "Pracodawca płaci opłatę za wizę przed wyjazdem.",
        "Angajatorul plătește taxa de viză înainte de plecare.",
        "Работодатель оплачивает сбор за визу до поездки.",
        "Роботодавець сплачує внесок за візу перед поїздкою."
      })
  void areNotWarnedOfWhereNobodyOrTheEmployerPays(String text) {
    assertThat(reader.read(text).lookOut()).doesNotContainKey(OfferTopic.FEE);
  }
}
