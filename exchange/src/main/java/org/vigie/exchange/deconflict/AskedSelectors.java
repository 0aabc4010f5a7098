package org.vigie.exchange.deconflict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

/**
 * What the asking agency keeps to itself until the answer comes: which selectors it asked about,
 * where they stand in the request, and their blinds. Whoever has these and the answer learns as
 * much as the agency.
 *
 * @param id of the request
 * @param to fingerprint of the key of whom was asked
 * @param hash of the request
 * @param lines what was asked, in the order of the request
 */
public record AskedSelectors(String id, String to, String hash, List<Line> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();

  public AskedSelectors {
    lines = List.copyOf(lines);
  }

  /**
   * One selector that was asked about.
   *
   * @param at its place in the request
   * @param blind its blind, used once
   */
  public record Line(int at, BigInteger blind, Selector selector) {}

  /** Writes them to a file which its owner alone may open. */
  public void write(Path file) throws IOException {
    OwnerOnly.file(file);
    ObjectNode header = JSON.createObjectNode();
    header.put("id", id).put("to", to).put("hash", hash);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(header + "\n");
      for (Line line : lines) {
        out.write(
            line.at
                + " "
                + HEX.formatHex(P256.encode(line.blind))
                + " "
                + line.selector.key()
                + "\n");
      }
    }
  }

  /**
   * Reads them again.
   *
   * @throws UserError if the file is none of this kind
   */
  public static AskedSelectors read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      JsonNode header = JSON.readTree(String.valueOf(in.readLine()));
      List<Line> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split(" ", 3);
        lines.add(
            new Line(
                Integer.parseInt(parts[0]),
                P256.decodeScalar(HEX.parseHex(parts[1])),
                Selector.of(parts[2])));
      }
      return new AskedSelectors(
          header.path("id").asText(),
          header.path("to").asText(),
          header.path("hash").asText(),
          lines);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw UserError.ofInput(file + " must hold the blinds of a request, but doesn't");
    }
  }
}
