package org.vigie.casework.seeds;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.vigie.crawler.frontier.Seed;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.workspace.Workspace;

/** The file of seeds that people approved, as {@code ./vigie crawl --seeds} reads it. */
public final class ApprovedSeeds {
  /** A place nobody has looked at yet isn't crawled whole. */
  private static final long FIRST_PAGES = 200;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  public ApprovedSeeds(Workspace workspace) {
    file = workspace.root().resolve("approved-seeds.yaml");
  }

  /** Returns where it lies. */
  public Path file() {
    return file;
  }

  /** Returns the seeds in it; none if there is no file. */
  public List<SeedEntry> read() {
    return Files.exists(file)
        ? SeedsFile.read(file, String.valueOf(file.getFileName()))
        : List.of();
  }

  /** Adds a seed, unless it is there; what people wrote into the file themselves stays. */
  public void add(ProposedSeed seed) throws IOException {
    boolean isThere = read().stream().anyMatch(one -> one.url().equals(seed.address().url()));
    if (isThere) {
      return;
    }
    List<String> lines = new ArrayList<>();
    if (Files.exists(file)) {
      lines.addAll(Files.readAllLines(file));
    } else {
      lines.add("# Approved with ./vigie seeds approve; read by ./vigie crawl --seeds.");
      lines.add("seeds:");
    }
    lines.addAll(lines(seed));
    write(String.join("\n", lines) + "\n");
  }

  private static List<String> lines(ProposedSeed seed) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("  - url: " + JSON.writeValueAsString(seed.address().url()));
    if (seed.address().reach() != Seed.Reach.HOST) {
      lines.add("    reach: " + seed.address().reach().label());
    }
    if (!seed.address().reader().isEmpty()) {
      lines.add("    reader: " + seed.address().reader());
    }
    lines.add("    max-pages: " + FIRST_PAGES);
    return lines;
  }

  private void write(String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (FileChannel out = OwnerOnly.open(part)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
