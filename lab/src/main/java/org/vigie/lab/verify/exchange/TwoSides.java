package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.deconflict.AskedTerms;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.DeconflictQuestion;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.exchange.deconflict.Selector;
import org.vigie.exchange.deconflict.SharedContacts;

/** Two agencies that compare contacts blindly, with a key each and a folder in which files pass. */
public final class TwoSides {
  private final Instant now = Instant.now();
  private final SecureRandom random = new SecureRandom();
  private final Path folder;
  private final SigningKey first;
  private final SigningKey second;

  /** Makes their keys. */
  public TwoSides(Path folder) throws IOException {
    this.folder = folder;
    this.first = SigningKey.make(folder.resolve("first.pem"));
    this.second = SigningKey.make(folder.resolve("second.pem"));
  }

  /** Returns numbers that nobody has, by their place in a plan of 10^8. */
  public static List<Selector> phones(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Selector.of("phone:+1555%08d".formatted(i)))
        .toList();
  }

  /** The first one asks. */
  public DeconflictQuestion ask(List<Selector> asked) {
    AskedTerms terms =
        new AskedTerms(
            "Example", second.signer().fingerprint(), "m-1", now, now.plus(Duration.ofDays(1)));
    return DeconflictQuestion.of(asked, terms, first, random);
  }

  /** The second one reads what the first one has asked. */
  public DeconflictRequest received(DeconflictQuestion question) throws IOException {
    return DeconflictRequest.read(Files.write(folder.resolve("request"), question.request()));
  }

  /** The second one answers, by what it holds. */
  public byte[] answer(DeconflictRequest request, List<Selector> held) {
    Map<Selector, String> desks =
        held.stream().collect(Collectors.toMap(Function.identity(), phone -> "Example desk"));
    return DeconflictAnswer.write(request, desks, now, second, random);
  }

  /** The first one reads an answer. */
  public DeconflictAnswer answered(byte[] answer) throws IOException {
    return DeconflictAnswer.read(Files.write(folder.resolve("answer"), answer));
  }

  /** The first one finds what both hold. */
  public List<Selector> shared(DeconflictQuestion question, DeconflictAnswer answer)
      throws IOException {
    return SharedContacts.find(question.kept(), received(question), answer).contacts().stream()
        .map(SharedContacts.Shared::selector)
        .toList();
  }
}
