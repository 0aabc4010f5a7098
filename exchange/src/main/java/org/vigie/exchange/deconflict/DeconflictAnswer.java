package org.vigie.exchange.deconflict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.exchange.bag.SignerKey;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.files.failure.UserError;

/**
 * One agency's answer to a {@link DeconflictRequest}: its elements evaluated, with proofs that one
 * key did it, and all that the agency holds as tags.
 *
 * @param id of the request
 * @param request hash of the request
 * @param signer key of who answers
 * @param publicKey of the function, for this answer alone
 * @param desks whom to call, by number
 * @param evaluated the request's elements in its order
 * @param proofs one for each {@link Batches#SIZE} elements
 * @param held what the agency holds
 */
public record DeconflictAnswer(
    String id,
    String request,
    SignerKey signer,
    byte[] publicKey,
    List<String> desks,
    byte[] evaluated,
    byte[] proofs,
    byte[] held) {
  private static final String KIND = "answer";
  private static final HexFormat HEX = HexFormat.of();

  public DeconflictAnswer {
    desks = List.copyOf(desks);
  }

  /** Returns the number of what is held, with what fills up. */
  public int heldCount() {
    return held.length / HeldTags.ENTRY;
  }

  /**
   * Returns the bytes of a signed answer. The key of the function is drawn for it and forgotten
   * with it: nobody, not even the answering agency, can try another contact against it later.
   *
   * @param held what the agency holds, with the desk to call
   * @throws UserError if an element of the request is no point of the curve
   */
  public static byte[] write(
      DeconflictRequest request,
      Map<Selector, String> held,
      Instant made,
      SigningKey signing,
      SecureRandom random) {
    OprfKey key = OprfKey.fresh(OprfSuite.VOPRF, random);
    List<String> desks = List.copyOf(new TreeSet<>(held.values()));
    if (desks.size() > HeldTags.MOST_DESKS) {
      throw new IllegalArgumentException(
          "at most %d desks may be named, but these are %d"
              .formatted(HeldTags.MOST_DESKS, desks.size()));
    }
    byte[] body =
        OprfSuite.joined(
            evaluated(request, key, random), tags(key, new TreeMap<>(held), desks, random).bytes());
    ObjectNode header = SignedFile.emptyHeader();
    header.put("id", request.id());
    header.put("request", request.hash());
    header.put("made", made.toString());
    header.put("function", HEX.formatHex(P256.encode(key.publicKey())));
    header.put("count", request.count());
    ArrayNode named = header.putArray("desks");
    desks.forEach(named::add);
    return SignedFile.sign(KIND, header, body, signing).bytes();
  }

  /** Returns elements, and behind them the proofs. */
  private static byte[] evaluated(DeconflictRequest request, OprfKey key, SecureRandom random) {
    int count = request.count();
    byte[] elements = new byte[count * P256.ELEMENT];
    List<byte[]> proofs =
        Batches.map(
            count,
            (from, to) -> {
              AffinePoints blinded = request.points(from, to);
              AffinePoints evaluated = key.evaluate(blinded);
              byte[] bytes = evaluated.encode();
              System.arraycopy(bytes, 0, elements, from * P256.ELEMENT, bytes.length);
              return key.prove(blinded, evaluated, P256.randomScalar(random)).bytes();
            });
    return OprfSuite.joined(elements, OprfSuite.joined(proofs.toArray(byte[][]::new)));
  }

  private static HeldTags tags(
      OprfKey key, TreeMap<Selector, String> held, List<String> desks, SecureRandom random) {
    List<Map.Entry<Selector, String>> all = List.copyOf(held.entrySet());
    List<HeldTags.Held> outputs = new ArrayList<>(all.size());
    Batches.map(all.size(), (from, to) -> outputsOf(key, all.subList(from, to), desks))
        .forEach(outputs::addAll);
    return HeldTags.of(outputs, random);
  }

  private static List<HeldTags.Held> outputsOf(
      OprfKey key, List<Map.Entry<Selector, String>> part, List<String> desks) {
    byte[][] outputs = key.outputs(part.stream().map(one -> one.getKey().input()).toList());
    List<HeldTags.Held> held = new ArrayList<>(outputs.length);
    for (int i = 0; i < outputs.length; i++) {
      held.add(new HeldTags.Held(outputs[i], desks.indexOf(part.get(i).getValue())));
    }
    return held;
  }

  /**
   * Reads an answer whose own signature holds.
   *
   * @throws UserError if it is none, or was changed
   */
  public static DeconflictAnswer read(Path file) throws IOException {
    SignedFile signed = SignedFile.read(file, KIND);
    try {
      if (!DeconflictRequest.ID.matcher(signed.text("id")).matches()) {
        throw new IllegalArgumentException("its id must be 32 hexadecimal digits, but isn't");
      }
      int count = signed.number("count");
      int proofs = count * P256.ELEMENT;
      int tags = proofs + Batches.count(count) * OprfProof.LENGTH;
      byte[] body = signed.body();
      int held = (body.length - tags) / HeldTags.ENTRY;
      if (!SetSize.isOne(count)
          || !SetSize.isOne(held)
          || body.length != tags + held * HeldTags.ENTRY) {
        throw new IllegalArgumentException("its parts must be as long as it says, but aren't");
      }
      List<String> desks = new ArrayList<>();
      for (JsonNode desk : signed.header().path("desks")) {
        desks.add(desk.asText());
      }
      return new DeconflictAnswer(
          signed.text("id"),
          signed.text("request"),
          signed.signer(),
          HEX.parseHex(signed.text("function")),
          desks,
          Arrays.copyOf(body, proofs),
          Arrays.copyOfRange(body, proofs, tags),
          Arrays.copyOfRange(body, tags, body.length));
    } catch (IllegalArgumentException e) {
      throw UserError.ofInput(file + " must be an answer that can be read: " + e.getMessage());
    }
  }
}
