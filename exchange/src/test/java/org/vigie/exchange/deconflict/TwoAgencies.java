package org.vigie.exchange.deconflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.vigie.exchange.bag.SigningKey;

/** Two agencies with a key each, and a folder through which files pass. */
final class TwoAgencies {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String DESK = "Desk of the second agency, +353 20 910 0001";

  final SecureRandom random = new SecureRandom();
  final SigningKey first;
  final SigningKey second;
  private final Path folder;

  TwoAgencies(Path folder) throws IOException {
    this.folder = folder;
    first = SigningKey.make(folder.resolve("first.pem"));
    second = SigningKey.make(folder.resolve("second.pem"));
  }

  /** Returns numbers out of a range of a numbering plan that is kept free for fiction. */
  static List<Selector> phones(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Selector.of("phone:+3363998%06d".formatted(i)))
        .toList();
  }

  AskedTerms terms() {
    return new AskedTerms(
        "First agency", second.signer().fingerprint(), "m-1", NOW, NOW.plus(Duration.ofDays(7)));
  }

  DeconflictQuestion ask(List<Selector> selectors) {
    return DeconflictQuestion.of(selectors, terms(), first, random);
  }

  DeconflictRequest request(DeconflictQuestion question) throws IOException {
    return DeconflictRequest.read(file("request", question.request()));
  }

  DeconflictAnswer answer(DeconflictQuestion question, List<Selector> held) throws IOException {
    return answer(question, held, UnaryOperator.identity());
  }

  /** Answers, with a change on the way. */
  DeconflictAnswer answer(
      DeconflictQuestion question, List<Selector> held, UnaryOperator<byte[]> change)
      throws IOException {
    Map<Selector, String> desks = new TreeMap<>();
    held.forEach(selector -> desks.put(selector, DESK));
    byte[] written = DeconflictAnswer.write(request(question), desks, NOW, second, random);
    return DeconflictAnswer.read(file("answer", change.apply(written)));
  }

  List<Selector> shared(DeconflictQuestion question, DeconflictAnswer answer) throws IOException {
    return SharedContacts.find(question.kept(), request(question), answer).contacts().stream()
        .map(SharedContacts.Shared::selector)
        .toList();
  }

  Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
