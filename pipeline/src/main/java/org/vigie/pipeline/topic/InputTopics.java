package org.vigie.pipeline.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.advert.Mandate;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The topics that a workspace reads: each noted durably before a run reads it.
 *
 * <p>How far a topic is read stands in the saved state of the job. So every later run reads it too:
 * a job without it would lose its place.
 */
public final class InputTopics {
  private static final String SUFFIX = ".json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path folder;
  private final Clock clock;

  public InputTopics(Workspace workspace, Clock clock) {
    folder = workspace.inbox().resolve("topics");
    this.clock = clock;
  }

  /** Accepts a topic; one that was accepted before stays as it is. */
  public InputTopic accept(TopicAddress address, Mandate mandate) throws IOException {
    InputTopic topic = InputTopic.of(address, mandate, clock.instant());
    Path manifest = folder.resolve(topic.id() + SUFFIX);
    if (Files.exists(manifest)) {
      return JSON.readValue(manifest.toFile(), InputTopic.class);
    }
    Files.createDirectories(folder);
    Path part = folder.resolve(topic.id() + ".part");
    JSON.writeValue(part.toFile(), topic);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, manifest, StandardCopyOption.ATOMIC_MOVE);
    return topic;
  }

  /** Returns every accepted topic, in order of ids. */
  public List<InputTopic> accepted() throws IOException {
    List<InputTopic> topics = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
          topics.add(JSON.readValue(file.toFile(), InputTopic.class));
        }
      }
    }
    return topics;
  }
}
