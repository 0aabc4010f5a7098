package org.vigie.crawler.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAccessTest {
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"crawl\" password=\"secret\";";

  @TempDir Path folder;

  @Test
  void takesHowToLogInFromAFile() throws Exception {
    Path file =
        file(
            """
            # of the cluster's operator
            security.protocol=SASL_SSL
            sasl.mechanism = PLAIN
            sasl.jaas.config=%s
            """
                .formatted(LOGIN));

    KafkaAccess access = KafkaAccess.read("kafka.example.org:9093", file);

    assertThat(access.settings())
        .isEqualTo(
            Map.of(
                "bootstrap.servers",
                "kafka.example.org:9093",
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN));
    assertThat(access.toString()).isEqualTo("KafkaAccess[kafka.example.org:9093]");
  }

  @Test
  void refusesASettingThatNoClientKnowsAndBrokersNamedTwice() throws Exception {
    Path misspelt = file("sasl.mechansim=PLAIN");
    assertThatThrownBy(() -> KafkaAccess.read("a:1", misspelt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(misspelt + ": sasl.mechansim is no setting of Kafka's clients");

    Path twice = file("bootstrap.servers=b:2");
    assertThatThrownBy(() -> KafkaAccess.read("a:1", twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(twice + ": bootstrap.servers must be left out, since a:1 is already named");
  }

  @Test
  void saysWhereNobodyAnswers() throws Exception {
    try (Socket held = new Socket()) { // bound, so that nobody else listens there
      held.bind(new InetSocketAddress("127.0.0.1", 0));
      String nobody = "127.0.0.1:" + held.getLocalPort();

      assertThatThrownBy(() -> KafkaAccess.of(nobody).requireAnswer(Duration.ofSeconds(2)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("Kafka must answer at " + nobody + ", but ");
    }
  }

  @Test
  void saysThatSettingsCannotBeUsedWithoutShowingTheLogin() throws Exception {
    Path file = file("security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=secret");
    KafkaAccess access = KafkaAccess.read("127.0.0.1:9093", file);

    assertThatThrownBy(access::requireAnswer)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Kafka must answer at 127.0.0.1:9093, but ")
        .hasMessageNotContaining("secret");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("kafka.properties"), text);
  }
}
