package org.vigie.casework.witness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Finding;
import org.vigie.casework.mandate.AuditWitness;
import org.vigie.casework.mandate.SignedHead;
import org.vigie.casework.mandate.Testimony;
import org.vigie.casework.mandate.WitnessException;

/**
 * The heads that a receiver of syslog or a mailbox kept, as a file of lines or of mails: whatever
 * stands around them, as the receiver's own times or the headers of mails, is passed over.
 */
public final class KeptHeads implements AuditWitness {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAD = "{\"key\":\"";
  private static final String BEGIN = "-----BEGIN VIGIE HEAD-----";
  private static final String END = "-----END VIGIE HEAD-----";

  private final Path file;

  public KeptHeads(Path file) {
    this.file = file;
  }

  @Override
  public String place() {
    return file.toString();
  }

  /** It is of some time ago, and need not know the last lines. */
  @Override
  public boolean isOfNow() {
    return false;
  }

  @Override
  public void tell(SignedHead head) throws IOException {
    throw new WitnessException(Finding.of("witness-handed-over"));
  }

  /**
   * Reads the heads in their order; of one that came twice, as messages may, the second is none.
   *
   * @throws WitnessException if one is cut or was changed so that it is none
   */
  @Override
  public Testimony recall() throws IOException {
    List<SignedHead> all = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<SignedHead> head =
            line.strip().equals(BEGIN) ? Optional.of(block(lines)) : message(line);
        if (head.isPresent() && (all.isEmpty() || !all.getLast().equals(head.get()))) {
          all.add(head.get());
        }
      }
    }
    return new Testimony(
        all.isEmpty() ? "" : all.getFirst().key(),
        all.stream().map(SignedHead::head).toList(),
        all.isEmpty() ? List.of() : all.getLast().handovers());
  }

  private static Optional<SignedHead> message(String line) throws IOException {
    int at = line.indexOf(HEAD);
    return at < 0 ? Optional.empty() : Optional.of(read(line.substring(at)));
  }

  private static SignedHead block(BufferedReader lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.strip().equals(END)) {
        return read(decoded(text.toString()));
      }
      text.append(line.strip());
    }
    throw none();
  }

  private static String decoded(String text) throws WitnessException {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw none();
    }
  }

  private static SignedHead read(String json) throws WitnessException {
    try {
      SignedHead head = JSON.readValue(json, SignedHead.class);
      if (head != null && head.key() != null && head.head() != null) {
        return head;
      }
    } catch (JsonProcessingException | NullPointerException e) {
      // said below
    }
    throw none();
  }

  private static WitnessException none() {
    return new WitnessException(Finding.of("witness-head-torn"));
  }
}
