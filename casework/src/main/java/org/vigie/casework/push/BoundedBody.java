package org.vigie.casework.push;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer, up to a length: a longer one fails, and the rest of it isn't read. */
final class BoundedBody<T> implements BodySubscriber<T> {
  private final BodySubscriber<T> reader;
  private long left;
  private Flow.@Nullable Subscription subscription;

  /**
   * @param most bytes that are read
   */
  BoundedBody(BodySubscriber<T> reader, long most) {
    this.reader = reader;
    this.left = most;
  }

  /** That a body is longer than is read. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLongException() {
      super("the body must end, but goes on");
    }
  }

  @Override
  public CompletionStage<T> getBody() {
    return reader.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription made) {
    subscription = made;
    reader.onSubscribe(made);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (left < 0) {
      return;
    }
    for (ByteBuffer buffer : buffers) {
      left -= buffer.remaining();
    }
    if (left >= 0) {
      reader.onNext(buffers);
      return;
    }
    reader.onError(new TooLongException());
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (left >= 0) {
      reader.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (left >= 0) {
      reader.onComplete();
    }
  }
}
