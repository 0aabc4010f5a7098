package org.vigie.classifier.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An encoder that onnxruntime runs over the tokens of Hugging Face's tokenizers: one thread a text,
 * no memory kept between texts. The vector is the mean of those of all tokens, or the network's own
 * where it answers one a text.
 */
final class OnnxEncoder implements SentenceEncoder {
  private static final String IDS = "input_ids";
  private static final String ATTENTION = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final Set<String> INPUTS = Set.of(IDS, ATTENTION, TYPES);
  private static final Cleaner CLEANER = Cleaner.create();

  private final EncoderSheet sheet;
  private final Natives natives;
  private final Cleaner.Cleanable cleanable;

  private OnnxEncoder(EncoderSheet sheet, Natives natives) {
    this.sheet = sheet;
    this.natives = natives;
    // Who shares an encoder with others doesn't know when it is the last.
    this.cleanable = CLEANER.register(this, natives);
  }

  /** What lies outside Java's heap. */
  private record Natives(OrtSession session, HuggingFaceTokenizer tokenizer) implements Runnable {
    @Override
    public void run() {
      tokenizer.close();
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("a session must close", e);
      }
    }
  }

  static OnnxEncoder open(Path folder, EncoderSheet sheet) throws IOException {
    HuggingFaceTokenizer tokenizer = tokenizer(folder.resolve(Encoders.TOKENIZER), sheet);
    try {
      OrtSession session = session(folder.resolve(Encoders.MODEL));
      return new OnnxEncoder(sheet, new Natives(session, tokenizer));
    } catch (IllegalArgumentException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static HuggingFaceTokenizer tokenizer(Path file, EncoderSheet sheet) throws IOException {
    NativeLibraries.keepOffline();
    try {
      return HuggingFaceTokenizer.builder()
          .optTokenizerPath(file)
          .optTruncation(true)
          .optMaxLength(sheet.maxTokens())
          .optPadding(false)
          .build();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s must be a tokenizer, but isn't: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static OrtSession session(Path file) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      OrtSession session = environment.createSession(file.toString(), options);
      if (!session.getInputNames().contains(IDS) || !INPUTS.containsAll(session.getInputNames())) {
        session.close();
        throw new IllegalArgumentException(
            "%s must ask for %s alone, but asks for %s"
                .formatted(file, INPUTS, session.getInputNames()));
      }
      return session;
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "%s must be an ONNX model, but isn't: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public float[] encode(String text) throws EncoderException {
    try (TimedRun run = new TimedRun(sheet.maxMillis())) {
      Encoding tokens = natives.tokenizer().encode(text);
      float[] vector = vector(run, tokens);
      run.requireInTime();
      return ofLengthOne(vector);
    } catch (OrtException e) {
      throw new EncoderException("it failed or took over " + sheet.maxMillis() + " ms", e);
    } catch (RuntimeException e) {
      throw new EncoderException("it failed: " + e.getClass().getSimpleName(), e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private float[] vector(TimedRun run, Encoding tokens) throws OrtException, EncoderException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : natives.session().getInputNames()) {
        long[][] row = {numbers(name, tokens)};
        inputs.put(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), row));
      }
      try (OrtSession.Result result = natives.session().run(inputs, run.options())) {
        return mean(result.get(0).getValue());
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] numbers(String name, Encoding tokens) {
    return switch (name) {
      case IDS -> tokens.getIds();
      case ATTENTION -> tokens.getAttentionMask();
      default -> tokens.getTypeIds();
    };
  }

  private static float[] mean(Object answer) throws EncoderException {
    if (answer instanceof float[][] one) {
      return one[0].clone();
    }
    if (!(answer instanceof float[][][] all) || all[0].length == 0) {
      throw new EncoderException("its first answer must be numbers, a vector a token or a text");
    }
    float[] mean = new float[all[0][0].length];
    for (float[] token : all[0]) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / all[0].length;
      }
    }
    return mean;
  }

  private static float[] ofLengthOne(float[] vector) throws EncoderException {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    if (!Double.isFinite(squares) || squares == 0) {
      throw new EncoderException("its vector must have a length, but has none");
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
