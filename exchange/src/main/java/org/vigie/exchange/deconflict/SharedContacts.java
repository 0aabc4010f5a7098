package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.vigie.files.failure.UserError;

/**
 * What a finished exchange tells the asking agency: which of its contacts the other one holds as
 * well.
 *
 * @param contacts in order of their keys
 */
public record SharedContacts(List<Shared> contacts) {
  private static final OprfClient CLIENT = new OprfClient(OprfSuite.VOPRF);

  public SharedContacts {
    contacts = contacts.stream().sorted(Comparator.comparing(Shared::selector)).toList();
  }

  /**
   * A contact that both hold.
   *
   * @param desk whom to call, in the other agency's words
   */
  public record Shared(Selector selector, String desk) {}

  /**
   * Finds what is shared.
   *
   * @param kept what the asking agency kept to itself
   * @param asked its request as it was sent
   * @throws UserError if the answer is to another request, of another key than was asked, or its
   *     proofs don't hold
   */
  public static SharedContacts find(
      AskedSelectors kept, DeconflictRequest asked, DeconflictAnswer answer) {
    require(
        kept.hash().equals(asked.hash()),
        "the request kept here must be the one that was sent, but was changed");
    require(
        answer.signer().fingerprint().equals(kept.to()),
        "an answer must be signed by the key of whom was asked, %s, but is signed by %s"
            .formatted(kept.to(), answer.signer().fingerprint()));
    require(
        answer.id().equals(kept.id())
            && answer.request().equals(kept.hash())
            && answer.evaluated().length == asked.elements().length,
        "an answer must be to request %s, but is to another one".formatted(kept.id()));
    byte[][] outputs = outputs(kept, asked, answer);
    HeldTags held = new HeldTags(answer.held());
    List<Shared> shared = new ArrayList<>();
    for (int i = 0; i < outputs.length; i++) {
      Optional<Integer> desk = held.deskOf(outputs[i]);
      if (desk.isPresent()) {
        require(
            desk.get() < answer.desks().size(),
            "an answer must name the desk of each contact, but doesn't");
        shared.add(new Shared(kept.lines().get(i).selector(), answer.desks().get(desk.get())));
      }
    }
    return new SharedContacts(shared);
  }

  private static byte[][] outputs(
      AskedSelectors kept, DeconflictRequest asked, DeconflictAnswer answer) {
    AffinePoints evaluated = AffinePoints.ofSize(asked.count());
    try {
      ECPoint function = P256.decode(answer.publicKey());
      List<Boolean> proofs =
          Batches.map(
              asked.count(),
              (from, to) -> {
                AffinePoints part = AffinePoints.decode(answer.evaluated(), from, to);
                evaluated.put(from, part);
                return proof(answer, from)
                    .holds(function, AffinePoints.decode(asked.elements(), from, to), part);
              });
      require(
          !proofs.contains(false),
          "one key must have made all of an answer, but its proofs don't hold");
    } catch (IllegalArgumentException e) {
      throw UserError.ofInput(
          "an answer must have points of P-256 as elements and proofs of scalars, but hasn't");
    }
    return Batches.map(
            kept.lines().size(), (from, to) -> finished(kept.lines().subList(from, to), evaluated))
        .stream()
        .flatMap(Arrays::stream)
        .toArray(byte[][]::new);
  }

  private static OprfProof proof(DeconflictAnswer answer, int from) {
    int at = from / Batches.SIZE * OprfProof.LENGTH;
    return OprfProof.read(Arrays.copyOfRange(answer.proofs(), at, at + OprfProof.LENGTH));
  }

  private static byte[][] finished(List<AskedSelectors.Line> lines, AffinePoints evaluated) {
    List<byte[]> inputs = lines.stream().map(line -> line.selector().input()).toList();
    List<BigInteger> blinds = lines.stream().map(AskedSelectors.Line::blind).toList();
    int[] places = lines.stream().mapToInt(AskedSelectors.Line::at).toArray();
    return CLIENT.finish(inputs, blinds, evaluated.select(places));
  }

  private static void require(boolean holds, String error) {
    if (!holds) {
      throw UserError.ofInput(error);
    }
  }
}
