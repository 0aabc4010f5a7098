package org.vigie.files.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.files.owner.OwnerOnly;

/** The approvals of a folder of plug-ins, a line of JSON each, by name of the jar. */
public final class Approvals {
  /** The file in which they stand. */
  static final String NAME = "approved.jsonl";

  private final Path file;

  /**
   * @param folder of the plug-ins
   */
  public Approvals(Path folder) {
    file = folder.resolve(NAME);
  }

  /** Returns the approval of a jar, whatever it holds now. */
  public Optional<Approval> find(String jar) throws IOException {
    return Optional.ofNullable(read().get(jar));
  }

  /** Writes one down, in place of a former one of the same name. */
  public void add(Approval approval) throws IOException {
    Map<String, Approval> all = read();
    all.put(approval.file(), approval);
    write(all);
  }

  /** Takes one back; returns whether there was one. */
  public boolean withdraw(String jar) throws IOException {
    Map<String, Approval> all = read();
    boolean was = all.remove(jar) != null;
    if (was) {
      write(all);
    }
    return was;
  }

  private Map<String, Approval> read() throws IOException {
    Map<String, Approval> all = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return all;
    }
    for (String line : Files.readAllLines(file)) {
      Approval approval = approval(line);
      all.put(approval.file(), approval);
    }
    return all;
  }

  private Approval approval(String line) throws IOException {
    try {
      JsonNode node = PluginJson.read(line);
      if (node.path("file").isTextual() && node.path("hash").isTextual()) {
        return PluginJson.as(node, Approval.class);
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw new IOException(file + " must hold an approval a line, but one is none");
  }

  private void write(Map<String, Approval> all) throws IOException {
    List<String> lines = new ArrayList<>();
    all.values().forEach(approval -> lines.add(PluginJson.of(approval).toString()));
    Path part = OwnerOnly.file(file.resolveSibling(NAME + ".part"));
    Files.write(part, lines);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
