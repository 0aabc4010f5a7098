package org.vigie.classifier.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.files.owner.WholeFile;

/**
 * A workspace's approval of a models folder: a copy of its manifest, signed with an Ed25519 key
 * (RFC 8032).
 *
 * <p>It tells whoever runs the workspace that the models are still those that its operator
 * approved, though the models folder was written to by others, be it by an update. Where the key
 * lies in the workspace itself, it can't protect from one who may write there; where the key to
 * trust is named elsewhere, it does.
 */
public final class ModelSeal {
  private static final String ALGORITHM = "Ed25519";

  private final Path folder;
  private final String trusted;
  private final Path signingKey;

  /**
   * The seal kept in a folder, with the key pair that lies there too.
   *
   * @param folder the folder, such as {@code models} of a workspace, which need not exist yet
   */
  public ModelSeal(Path folder) {
    this(folder, "", folder.resolve("signing.key"));
  }

  /**
   * The seal kept in a folder.
   *
   * @param trusted the only public key whose signature counts, as base64 of its X.509 form (what
   *     {@code signing.pub} holds); empty for the one that lies in the folder
   * @param signingKey file of the private key that signs; made, with its public key, where the
   *     folder's own is meant and there is none
   */
  public ModelSeal(Path folder, String trusted, Path signingKey) {
    this.folder = folder;
    this.trusted = trusted;
    this.signingKey = signingKey;
  }

  /** Returns whether anything of an approval is here, be it whole or not. */
  public boolean exists() {
    return Stream.of(signingKey, publicFile(), signatureFile(), folder.resolve(Manifest.NAME))
        .anyMatch(Files::exists);
  }

  /**
   * Approves the models as the manifest of a models folder lists them; makes a key if need be.
   *
   * @throws IllegalArgumentException if the key to sign with is none, or not that which is trusted
   */
  public void approve(Path models) throws IOException {
    byte[] manifest = Files.readAllBytes(Manifest.require(models));
    Files.createDirectories(folder);
    if (makesKeys()) {
      makeKeys();
    }
    byte[] signed = sign(manifest);
    WholeFile.write(folder.resolve(Manifest.NAME), manifest);
    WholeFile.write(signatureFile(), encoded(signed));
  }

  /**
   * Requires that an approval could be signed now; changes nothing.
   *
   * @throws IllegalArgumentException if the key to sign with is none, or not that which is trusted
   */
  public void requireSigner() throws IOException {
    if (!makesKeys()) {
      sign(new byte[0]);
    }
  }

  private byte[] sign(byte[] manifest) throws IOException {
    if (!Files.exists(signingKey)) {
      throw new IllegalArgumentException(
          "%s must be the private key that signs approvals, but there is no such file"
              .formatted(signingKey));
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey());
      signature.update(manifest);
      byte[] signed = signature.sign();
      if (!isSigned(manifest, signed)) {
        throw new IllegalArgumentException(
            "%s must be the private key of the public key that is trusted, but isn't"
                .formatted(signingKey));
      }
      return signed;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(signingKey + " must be an Ed25519 key, but isn't", e);
    }
  }

  /**
   * Requires that the models in use in a models folder are, file for file, the approved ones, and
   * the approval is signed. Models that only lie there have no say.
   *
   * @throws IllegalArgumentException if not; says what to do
   */
  public void requireApproved(Path models) throws IOException {
    if (!signed(models).inUse().equals(Manifest.read(models).inUse())) {
      throw new IllegalArgumentException(
          "the models in use in %s must be those that this workspace approved, but they differ; type ./vigie models list --models %s, then ./vigie models approve --models %s"
              .formatted(models, models, models));
    }
  }

  /**
   * Requires that a model, be it in use or not, is, file for file, an approved one.
   *
   * @throws IllegalArgumentException if not; says what to do
   */
  public void requireApproved(Path models, String model) throws IOException {
    Map<String, String> listed = Manifest.read(models).filesOf(model);
    if (listed.isEmpty() || !signed(models).filesOf(model).equals(listed)) {
      throw new IllegalArgumentException(
          "the model %s in %s must be as this workspace approved it, but isn't; type ./vigie models show %s --models %s, then ./vigie models approve --models %s"
              .formatted(model, models, model, models, models));
    }
  }

  /** Returns the manifest of a models folder that was approved, if it is signed. */
  private Manifest signed(Path models) throws IOException {
    Path list = folder.resolve(Manifest.NAME);
    if (!Files.exists(list)
        || !Files.exists(signatureFile())
        || !isSigned(Files.readAllBytes(list), decoded(signatureFile()))) {
      throw new IllegalArgumentException(
          "%s must be signed with the workspace's key, but the signature in %s is not of it; look at the models, then type ./vigie models approve --models %s"
              .formatted(list, signatureFile(), models));
    }
    return Manifest.read(folder);
  }

  private boolean isSigned(byte[] manifest, byte[] signed) throws IOException {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey());
      signature.update(manifest);
      return signature.verify(signed);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns whether a text is a public key that may be trusted. */
  public static boolean isPublicKey(String base64) {
    try {
      return publicKey(base64).getAlgorithm().startsWith("Ed");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private PublicKey publicKey() throws IOException, GeneralSecurityException {
    if (!trusted.isEmpty()) {
      return publicKey(trusted);
    }
    if (!Files.exists(publicFile())) {
      throw new IllegalArgumentException(publicFile() + " must exist, but doesn't");
    }
    return publicKey(Files.readString(publicFile(), StandardCharsets.ISO_8859_1));
  }

  private static PublicKey publicKey(String base64) throws GeneralSecurityException {
    byte[] key = Base64.getMimeDecoder().decode(base64);
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
  }

  private static byte[] decoded(Path file) throws IOException {
    try {
      return Base64.getMimeDecoder().decode(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      return new byte[0]; // no signature, and no key
    }
  }

  /** A pair is made where none is, or half of one; a key from elsewhere is never made here. */
  private boolean makesKeys() {
    boolean own = signingKey.equals(folder.resolve("signing.key")) && trusted.isEmpty();
    return own && !(Files.exists(signingKey) && Files.exists(publicFile()));
  }

  private void makeKeys() throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Path secret = signingKey;
      Files.deleteIfExists(secret);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            secret,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(secret, encoded(pair.getPrivate().getEncoded()));
      WholeFile.write(publicFile(), encoded(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePrivate(new PKCS8EncodedKeySpec(decoded(signingKey)));
  }

  private static byte[] encoded(byte[] bytes) {
    return (Base64.getEncoder().encodeToString(bytes) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private Path publicFile() {
    return folder.resolve("signing.pub");
  }

  private Path signatureFile() {
    return folder.resolve("manifest.sig");
  }
}
