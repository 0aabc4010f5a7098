package org.vigie.casework.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Finding;
import org.vigie.exchange.timestamp.TimeStamp;
import org.vigie.exchange.timestamp.TimeStampAuthority;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.OwnerOnly;

/**
 * An authority for time stamps (RFC 3161) as a witness. It keeps nothing itself: its tokens lie
 * beside the log, and whoever may write there can take them away with the log's end. But nobody,
 * the holder of the log's key among them, writes a past that was another: the tokens of that time
 * can't be made later.
 */
final class TimeStampWitness implements AuditWitness {
  static final String START = "tsa+";

  /** Heads are stamped when they are made; clocks differ. */
  private static final Duration LATE = Duration.ofHours(1);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String place;
  private final Path tokens;
  private final @Nullable Path trusted;
  private final TimeStampAuthority authority;

  /**
   * @param place {@code tsa+} and an http or https address
   * @param tokens file of the tokens
   * @param trusted file of the certificates that the authority's must come from; null if none is
   *     named, and then nothing can be verified
   */
  TimeStampWitness(String place, Path tokens, @Nullable Path trusted) {
    this.place = place;
    this.tokens = tokens;
    this.trusted = trusted;
    this.authority = new TimeStampAuthority(URI.create(place.substring(START.length())));
  }

  /**
   * A head and its stamp.
   *
   * @param token DER in Base64
   */
  record Stamped(
      String key,
      AuditHead head,
      String token,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<KeyHandover> handovers) {}

  @Override
  public String place() {
    return place;
  }

  @Override
  public void tell(SignedHead told) throws IOException {
    try (FileChannel channel = OwnerOnly.open(tokens)) {
      AuditTail.cutTorn(channel);
      Stamped last = read(AuditTail.lastLine(channel));
      if (last != null && last.head().equals(told.head())) {
        return;
      }
      String token = Base64.getEncoder().encodeToString(stamp(told).encoded());
      append(
          channel,
          JSON.writeValueAsString(new Stamped(told.key(), told.head(), token, told.handovers()))
              + "\n");
    }
  }

  /** A stamp of now would belie the head's time; the head of the next line stands for this one. */
  @Override
  public void tellLate(SignedHead told) throws IOException {
    TimeStamp unused = stamp(told);
  }

  private TimeStamp stamp(SignedHead told) throws IOException {
    byte[] digest = digest(told.key(), told.head());
    TimeStamp stamp = authority.stamp(digest);
    if (trusted != null) {
      stamp.verify(digest, TrustedAuthorities.of(trusted));
    }
    return stamp;
  }

  private static void append(FileChannel channel, String line) throws IOException {
    channel.position(channel.size());
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** All tokens are verified; one that doesn't hold is told, since then something was changed. */
  @Override
  public Testimony recall() throws IOException {
    if (trusted == null) {
      throw new WitnessException(Finding.of("witness-without-authority"));
    }
    TrustedAuthorities authorities = TrustedAuthorities.of(trusted);
    List<Stamped> all = new ArrayList<>();
    LogLines.read(
        tokens,
        (line, end) -> {
          Stamped stamped = read(LogLines.text(line));
          if (stamped == null) {
            throw new WitnessException(
                Finding.of("token-unreadable").with("token", all.size() + 1L));
          }
          verify(stamped, authorities, all.size() + 1);
          all.add(stamped);
        });
    return new Testimony(
        all.isEmpty() ? "" : all.getFirst().key(),
        all.stream().map(Stamped::head).toList(),
        all.isEmpty() ? null : all.getLast().handovers());
  }

  private static void verify(Stamped stamped, TrustedAuthorities authorities, int number)
      throws IOException {
    try {
      TimeStamp stamp = TimeStamp.of(Base64.getDecoder().decode(stamped.token()));
      stamp.verify(digest(stamped.key(), stamped.head()), authorities);
      Instant said = Instant.parse(stamped.head().at());
      if (Duration.between(said, stamp.at()).abs().compareTo(LATE) > 0) {
        throw new WitnessException(
            Finding.of("token-of-another-time")
                .with("token", number)
                .with("time", said.toString())
                .with("stamped", stamp.at().toString()));
      }
    } catch (IllegalArgumentException e) {
      throw new WitnessException(Finding.of("token-not-base64").with("token", number), e);
    }
  }

  private static @Nullable Stamped read(String line) {
    try {
      return line.isEmpty() ? null : JSON.readValue(line, Stamped.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** What is stamped: the head, its signature and the key that verifies it. */
  private static byte[] digest(String key, AuditHead head) {
    MessageDigest digest = Sha256.digester();
    digest.update(AuditHead.signed(head.at(), head.bytes(), head.hash()));
    digest.update(("\n" + head.signature() + "\n" + key).getBytes(StandardCharsets.UTF_8));
    return digest.digest();
  }
}
