package org.vigie.capture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Answers are invented; only the names of members are those of the protocol. */
class StateThreadTest {
  private static final String POST =
      """
      {"uri":"at://did/p/%1$s","author":{"handle":"%2$s"},"record":{"text":"%3$s","createdAt":"2026-01-01T00:00:00Z"}}
      """;

  private static List<Advert> adverts(String json) {
    return Answer.json("https://api.example.org/thread?uri=at://did/p/bbbbb2", json)
        .extract()
        .adverts();
  }

  @Test
  void saysNoDepthThatTheAnswerDoesNotTell() {
    List<Advert> adverts =
        adverts(
            "{\"thread\":{\"post\":%s,\"parent\":{\"post\":%s}}}"
                .formatted(
                    POST.formatted("bbbbb2", "ann", "Say no to that."),
                    POST.formatted("aaaaa1", "ben", "Is this work usual?")));

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Is this work usual?", "Say no to that.");
    assertThat(adverts)
        .allSatisfy(advert -> assertThat(advert.fields()).doesNotContainKey("context.depth"));
  }

  @Test
  void keepsWhatElseAnAnswerHoldsWhereItsThreadHasNoKnownShape() {
    List<Advert> adverts =
        adverts(
            "{\"thread\":{\"post\":{\"words\":1}},\"posts\":["
                + POST.formatted("bbbbb2", "ann", "Room for a cleaner")
                + "]}");

    assertThat(adverts).extracting(Advert::body).containsExactly("Room for a cleaner");
  }
}
