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

/**
 * A workspace's approval of a models folder: a copy of its manifest, signed with the workspace's
 * Ed25519 key (RFC 8032).
 *
 * <p>It tells whoever runs the workspace that the models are still those that its operator
 * approved, though the models folder was written to by others, be it by an update. It can't protect
 * from one who may write to the workspace itself, since the key lies there.
 */
public final class ModelSeal {
  private static final String ALGORITHM = "Ed25519";

  private final Path folder;

  /**
   * The seal kept in a folder.
   *
   * @param folder the folder, such as {@code models} of a workspace, which need not exist yet
   */
  public ModelSeal(Path folder) {
    this.folder = folder;
  }

  /** Returns whether models were ever approved here: from then on none is used without approval. */
  public boolean exists() {
    return Files.exists(publicFile()) || Files.exists(signatureFile());
  }

  /** Approves the models as the manifest of a models folder lists them; makes a key if need be. */
  public void approve(Path models) throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(privateFile())) {
      makeKeys();
    }
    byte[] manifest = Files.readAllBytes(models.resolve(Manifest.NAME));
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey());
      signature.update(manifest);
      byte[] signed = signature.sign();
      WholeFile.write(folder.resolve(Manifest.NAME), manifest);
      WholeFile.write(signatureFile(), encoded(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(privateFile() + " must be an Ed25519 key, but isn't", e);
    }
  }

  /**
   * Requires that the models in use in a models folder are, file for file, the approved ones, and
   * the approval is signed. Models that only lie there have no say.
   *
   * @throws IllegalArgumentException if not; says what to do
   */
  public void requireApproved(Path models) throws IOException {
    Path list = folder.resolve(Manifest.NAME);
    if (!Files.exists(list) || !isSigned(Files.readAllBytes(list))) {
      throw new IllegalArgumentException(
          "%s must be signed with the workspace's key, but the signature in %s is not of it; look at the models, then type ./vigie models approve"
              .formatted(list, signatureFile()));
    }
    if (!Manifest.read(folder).inUse().equals(Manifest.read(models).inUse())) {
      throw new IllegalArgumentException(
          "the models in use in %s must be those that this workspace approved, but they differ; type ./vigie models list, then ./vigie models approve"
              .formatted(models));
    }
  }

  private boolean isSigned(byte[] manifest) throws IOException {
    if (!Files.exists(publicFile()) || !Files.exists(signatureFile())) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      byte[] key = Base64.getMimeDecoder().decode(Files.readAllBytes(publicFile()));
      PublicKey known =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
      signature.initVerify(known);
      signature.update(manifest);
      return signature.verify(Base64.getMimeDecoder().decode(Files.readAllBytes(signatureFile())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private void makeKeys() throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Path secret = privateFile();
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
    byte[] key = Base64.getMimeDecoder().decode(Files.readAllBytes(privateFile()));
    return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key));
  }

  private static byte[] encoded(byte[] bytes) {
    return (Base64.getEncoder().encodeToString(bytes) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private Path privateFile() {
    return folder.resolve("signing.key");
  }

  private Path publicFile() {
    return folder.resolve("signing.pub");
  }

  private Path signatureFile() {
    return folder.resolve("manifest.sig");
  }
}
