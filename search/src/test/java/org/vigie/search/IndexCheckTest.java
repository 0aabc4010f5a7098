package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Membership;
import org.vigie.search.shard.ShardWriter;

class IndexCheckTest {
  @TempDir Path index;

  @Test
  void findsNothingInAWholeIndexNorInAShardThatIsNotCommittedYet() throws Exception {
    write("shard-0");
    Files.createDirectory(index.resolve("shard-1"));

    assertThat(IndexCheck.problems(index)).isEmpty();
  }

  @Test
  void namesTheShardInWhichAByteIsNotWhatWasWritten() throws Exception {
    write("shard-0");
    write("shard-1");
    flipAByteIn(index.resolve("shard-1"));

    assertThat(IndexCheck.problems(index)).singleElement().asString().startsWith("shard-1: ");
  }

  @Test
  void namesTheDamagedShardWhileAnotherIsWritten() throws Exception {
    write("shard-0");
    write("shard-1");
    try (ShardWriter writer = ShardWriter.open(index.resolve("shard-0"), OptionalLong.empty())) {
      assertThat(IndexCheck.beside(index, () -> {}).problems()).isEmpty();
      flipAByteIn(index.resolve("shard-1"));

      assertThat(IndexCheck.beside(index, () -> {}).problems())
          .singleElement()
          .asString()
          .startsWith("shard-1: ");
    }
  }

  private void write(String shard) throws IOException {
    try (ShardWriter writer = ShardWriter.open(index.resolve(shard), OptionalLong.empty())) {
      for (int i = 0; i < 100; i++) {
        writer.put(new Membership("a-" + i, "c-" + i));
      }
      writer.commit(1);
    }
  }

  private static void flipAByteIn(Path shard) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(shard)) {
      files = list.filter(file -> file.toString().endsWith(".cfs")).toList();
    }
    byte[] bytes = Files.readAllBytes(files.getFirst());
    bytes[bytes.length / 2] ^= 1;
    Files.write(files.getFirst(), bytes);
  }
}
