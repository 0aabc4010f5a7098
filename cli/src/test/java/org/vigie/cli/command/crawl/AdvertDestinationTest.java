package org.vigie.cli.command.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.files.failure.UserError;

class AdvertDestinationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "out/adverts.jsonl",
        "kafka.jsonl",
        "kafka:127.0.0.1:9092/adverts",
        "kafka:a.example.org:9092,b.example.org:9092/vigie.adverts-1"
      })
  void takesFilesAndTopics(String word) {
    assertThat(new AdvertDestination(word).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka:",
        "kafka:adverts",
        "kafka:a.example.org/adverts",
        "kafka:a.example.org:9092",
        "kafka:a.example.org:9092/",
        "kafka:a.example.org:9092/a b"
      })
  void refusesATopicThatIsNotWholeBeforeAnythingIsFetched(String word) {
    assertThatThrownBy(() -> new AdvertDestination(word))
        .isInstanceOf(UserError.class)
        .hasMessage("--adverts must be a file or kafka:HOST:PORT/TOPIC, but was '" + word + "'");
  }
}
