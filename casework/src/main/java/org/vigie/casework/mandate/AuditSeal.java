package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.AuditSettings;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.fault.FullDisk;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeyPairFiles;
import org.vigie.pipeline.workspace.Workspace;

/**
 * Signs how far the audit log has come, and keeps that elsewhere: a chain of hashes alone doesn't
 * show that its last lines are missing.
 *
 * @param key file of the private key; made at first use
 * @param heads file to which signed heads are appended
 * @param witnesses who is told of them
 */
public record AuditSeal(Path key, Path heads, Witnesses witnesses) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Parts what the key marks from what it signs. */
  private static final byte[] MARKS = "marks of words".getBytes(StandardCharsets.UTF_8);

  /** A seal without a witness. */
  public AuditSeal(Path key, Path heads) {
    this(key, heads, Witnesses.none());
  }

  /** Returns the seal that the settings of a workspace ask for. */
  public static AuditSeal of(Workspace workspace, AuditSettings settings) {
    Path root = workspace.root();
    List<AuditWitness> witnesses =
        settings.witnesses().stream()
            .map(place -> AuditWitness.at(place, root, settings.witnessAuthority()))
            .toList();
    return new AuditSeal(
        root.resolve(settings.key()),
        root.resolve(settings.heads()),
        new Witnesses(witnesses, settings.witnessLag(), workspace.audit()));
  }

  /**
   * Returns whether the private key isn't where it must be, since another line or head than the
   * first is to be signed. None is made then: nobody could tell it from a forger's.
   *
   * @param log whose lines it signs
   */
  public boolean lacksKey(Path log) throws IOException {
    return !Files.exists(key) && (holdsSomething(log) || holdsSomething(heads));
  }

  private static boolean holdsSomething(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) > 0;
  }

  /** That the key isn't where it must be. */
  static final class KeyMissingException extends NoSuchFileException {
    private static final long serialVersionUID = 1;

    private KeyMissingException(Path key) {
      super(key.toString(), null, "it signs the audit log");
    }
  }

  /** Returns the file of the public key. */
  public Path publicKey() {
    return AuditKey.publicBeside(key);
  }

  /**
   * Returns what stands in the log for words that somebody typed: a tilde and the first 64 bits of
   * their HMAC-SHA-256 (RFC 2104) under a key made from the one that signs. The same words have the
   * same mark, so that whoever has the key can ask whether these were looked for; nobody can tell
   * words from marks, not even the few billion phone numbers there are, without it.
   */
  public String mark(String words) throws IOException {
    return mark(key, words);
  }

  /** Returns the marks of words by this key and by those whose place it took, as far as kept. */
  public Set<String> marks(String words) throws IOException {
    Set<String> marks = new HashSet<>();
    marks.add(mark(words));
    for (KeyPairFiles former : new KeyPairFiles(key).former()) {
      if (Files.exists(former.key())) {
        marks.add(mark(former.key(), words));
      }
    }
    return marks;
  }

  private String mark(Path file, String words) throws IOException {
    if (!Files.exists(file)) {
      throw new KeyMissingException(file);
    }
    try {
      return mark(AuditKey.obtain(file), words);
    } catch (GeneralSecurityException e) {
      throw noKey(e);
    }
  }

  private static String mark(PrivateKey signer, String words) throws GeneralSecurityException {
    byte[] secret = hmac(signer.getEncoded(), MARKS);
    byte[] whole = hmac(secret, words.strip().getBytes(StandardCharsets.UTF_8));
    return "~" + HexFormat.of().formatHex(whole, 0, Long.BYTES);
  }

  private static byte[] hmac(byte[] secret, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return mac.doFinal(message);
  }

  /**
   * Opens the file of heads to append some; what a kill left of a head is cut off.
   *
   * @param log that is signed; its first line makes the key
   */
  Heads open(Path log) throws IOException {
    try {
      endRotation();
      if (lacksKey(log)) {
        throw new KeyMissingException(key);
      }
      PrivateKey signer = AuditKey.obtain(key);
      List<KeyHandover> handovers = AuditKeys.read(AuditKeys.file(heads));
      FileChannel channel = OwnerOnly.open(heads);
      AuditTail.cutTorn(channel);
      return new Heads(signer, AuditKey.text(AuditKey.readPublic(publicKey())), handovers, channel);
    } catch (GeneralSecurityException e) {
      throw noKey(e);
    }
  }

  /** Brings to its end what a kill ended after the keys were handed over. */
  private void endRotation() throws IOException, GeneralSecurityException {
    KeyPairFiles files = new KeyPairFiles(key);
    Path next = files.next().publicKey();
    if (Files.exists(next)) {
      List<KeyHandover> handovers = AuditKeys.read(AuditKeys.file(heads));
      if (!handovers.isEmpty()
          && handovers.getLast().to().equals(AuditKey.text(AuditKey.readPublic(next)))) {
        files.promote();
      }
    }
  }

  /**
   * Hands over to a new key.
   *
   * @param log whose last line must be signed
   * @return the new public key
   */
  String handOver(Instant now, Path log) throws IOException {
    KeyPairFiles files = new KeyPairFiles(key);
    try (Heads open = open(log)) {
      AuditHead last = open.last;
      if (last == null || last.bytes() != Files.size(log)) {
        throw new IOException("the log's last line must be signed to change the key, but isn't");
      }
      AuditKey.make(files.next().key());
      Failpoint.reach("audit-key-made");
      String to = AuditKey.text(AuditKey.readPublic(files.next().publicKey()));
      KeyHandover handover =
          KeyHandover.sign(
              now.toString(),
              last,
              new KeyHandover.Pair(open.signer, open.publicKey),
              new KeyHandover.Pair(AuditKey.obtain(files.next().key()), to));
      AuditKeys.append(AuditKeys.file(heads), handover);
      Failpoint.reach("audit-key-handed-over");
      files.promote();
      return to;
    } catch (GeneralSecurityException e) {
      throw noKey(e);
    }
  }

  private IOException noKey(GeneralSecurityException cause) {
    return new IOException(key.getFileName() + " must hold an Ed25519 key", cause);
  }

  /** The end of the file of heads, while some are appended. */
  final class Heads implements AutoCloseable {
    private final PrivateKey signer;
    private final String publicKey;
    private final List<KeyHandover> handovers;
    private final FileChannel channel;
    private final long before;
    private @Nullable AuditHead last;

    private Heads(
        PrivateKey signer, String publicKey, List<KeyHandover> handovers, FileChannel channel)
        throws IOException {
      this.handovers = handovers;
      this.signer = signer;
      this.publicKey = publicKey;
      this.channel = channel;
      this.before = channel.size();
      this.last = read(AuditTail.lastLine(channel));
    }

    private static @Nullable AuditHead read(String line) {
      try {
        return line.isEmpty() ? null : JSON.readValue(line, AuditHead.class);
      } catch (JsonProcessingException e) {
        return null;
      }
    }

    /** Returns the mark of words. */
    String mark(String words) throws IOException {
      try {
        return AuditSeal.mark(signer, words);
      } catch (GeneralSecurityException e) {
        throw noKey(e);
      }
    }

    /** Returns how much of the log the last head stands for. */
    long signedBytes() {
      return last == null ? 0 : last.bytes();
    }

    /** Appends a signed head, which {@link #force} makes durable. */
    void put(Instant at, long bytes, String hash) throws IOException {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signer);
        signature.update(AuditHead.signed(at.toString(), bytes, hash));
        AuditHead head =
            new AuditHead(
                at.toString(), bytes, hash, Base64.getEncoder().encodeToString(signature.sign()));
        append(JSON.writeValueAsString(head) + "\n");
        last = head;
      } catch (GeneralSecurityException e) {
        throw noKey(e);
      }
    }

    private void append(String line) throws IOException {
      channel.position(channel.size());
      FullDisk.write("heads", channel, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    void force() throws IOException {
      channel.force(true);
    }

    /** Takes back what was appended since it was opened. */
    void cutBack() throws IOException {
      channel.truncate(before);
      channel.force(true);
    }

    /** Tells the witnesses of the last head. */
    void witness(Instant now) throws IOException {
      if (last != null) {
        witnesses.tell(new SignedHead(publicKey, last, handovers), now);
      }
    }

    /** Lets nothing be done for which no witness was there for too long. */
    void requireWitnesses(Instant now) throws IOException {
      if (last != null) {
        witnesses.requireReached(new SignedHead(publicKey, last, handovers), now);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
