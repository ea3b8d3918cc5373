import { Component, type ReactNode } from "react";

type Props = {
  readonly title: string;
  readonly help: string;
  readonly again: string;
  readonly children: ReactNode;
};

/** What one sees when the interface itself fails: a sentence and a way on. What was typed is in the document and in the local copy. */
export class CrashScreen extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="empty" role="alert">
        <h1>{this.props.title}</h1>
        <p>{this.props.help}</p>
        <button type="button" className="button button--primary" onClick={() => location.reload()}>
          {this.props.again}
        </button>
      </main>
    );
  }
}
