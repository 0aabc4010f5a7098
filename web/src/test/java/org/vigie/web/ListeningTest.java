package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;
import org.vigie.web.witness.WitnessServer;

class ListeningTest {
  @TempDir Path folder;

  @Test
  void saysInPlainWordsThatAPortIsTaken() {
    try (WitnessServer first = WitnessServer.start("127.0.0.1", 0, folder, List.of("unit-7"))) {
      assertThatThrownBy(
              () -> WitnessServer.start("127.0.0.1", first.port(), folder, List.of("unit-7")))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith(
              "port %d of 127.0.0.1 must be free to listen on, but another program has it"
                  .formatted(first.port()));
    }
  }
}
